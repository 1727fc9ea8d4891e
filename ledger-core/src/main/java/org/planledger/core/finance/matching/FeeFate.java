package org.planledger.core.finance.matching;

/// What became of a fee in a run. Every fee has one.
public enum FeeFate {
  /// Money was found for it, be it too little or too much.
  MATCHED,
  /// The ledger has a payment, and its money may still be on the way.
  IN_TRANSIT,
  /// Nothing was paid yet, as far as anybody knows.
  OPEN,
  /// Nothing is owed.
  CANCELLED,
  /// It was given up.
  WRITTEN_OFF,
  /// There is a line for it that must be looked at first.
  IN_QUESTION,
  /// The ledger has a payment, and its money never came.
  MISSING
}
