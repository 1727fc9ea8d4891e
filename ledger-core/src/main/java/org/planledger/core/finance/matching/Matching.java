package org.planledger.core.finance.matching;

/// Matches fees with the lines of settlements and statements.
public final class Matching {

  private Matching() {}

  /// Runs all passes. Fees and lines are held in a compact form, about 350 bytes for one of each;
  /// findings are told as soon as they are made.
  ///
  /// @return what it comes to
  /// @throws IllegalArgumentException if a fee is told twice
  public static Totals run(Inputs inputs, MatchingRules rules, Findings findings) {
    throw new UnsupportedOperationException(inputs + " " + rules + " " + findings);
  }
}
