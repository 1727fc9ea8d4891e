package org.planledger.core.terms;

/// What a discounted repair takes off its list price (clause 2.5.1).
///
/// @param materialPercent percent off the list price of the parts
/// @param labourPercent percent off the list price of the work
/// @param source a short label of the origin
/// @param sample whether the figures are invented for demonstration; every answer that uses them
///     must say so
public record Discount(int materialPercent, int labourPercent, String source, boolean sample) {

  public Discount {
    percent("materialPercent", materialPercent);
    percent("labourPercent", labourPercent);
    if (materialPercent == 0 && labourPercent == 0) {
      throw new IllegalArgumentException(
          "a discount takes something off: leave it out where none is configured");
    }
  }

  private static void percent(String name, int value) {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException(name + " lies between 0 and 100: " + value);
    }
  }
}
