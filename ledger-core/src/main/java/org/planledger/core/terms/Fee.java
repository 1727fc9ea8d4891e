package org.planledger.core.terms;

/// What the customer pays, with where the figure comes from.
///
/// @param amount the amount, above zero: a fee of zero would say that the provider pays
/// @param source a short label of the origin
/// @param sample whether the figure is invented for demonstration; every answer that uses it must
///     say so
public record Fee(Money amount, String source, boolean sample) {

  public Fee {
    if (amount.minor() <= 0) {
      throw new IllegalArgumentException("a fee must be above zero: " + amount);
    }
  }
}
