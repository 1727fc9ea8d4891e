package org.planledger.core.finance.matching;

/// How the lines of a match stand to its fees.
public enum MatchState {
  /// One line brings what is due, up to a remainder that is explained.
  MATCHED,
  /// Several lines bring what is due.
  PARTIAL,
  /// More arrived than is due.
  OVERPAID,
  /// Less arrived than is due.
  UNDERPAID,
  /// Money went back, as the ledger has recorded.
  REFUNDED,
  /// A payment was taken back by the payer's bank, and perhaps came again.
  CHARGED_BACK,
  /// One line pays several fees, or one bank line a whole payout.
  GROUPED,
  /// People decided.
  BY_HAND
}
