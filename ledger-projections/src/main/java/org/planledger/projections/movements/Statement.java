package org.planledger.projections.movements;

import java.util.Currency;
import java.util.List;

/// What was owed for a plan, a case, a region, a centre or in a month, and how it changed.
///
/// @param key which of them
/// @param lines one for each currency, by code
public record Statement(String key, List<Line> lines) {

  public Statement {
    lines = List.copyOf(lines);
  }

  /// The account of one currency.
  ///
  /// @param openingMinor what was owed before the span
  /// @param flow what happened in it
  public record Line(Currency currency, long openingMinor, Flow flow) {

    /// What is owed after the span.
    public long closingMinor() {
      return Math.addExact(openingMinor, flow.owedMinor());
    }
  }
}
