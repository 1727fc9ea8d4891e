package org.planledger.core.finance.matching;

/// What does not go together.
public enum ExceptionKind {
  /// The ledger has a payment that never arrived, or a payout never reached the bank.
  MISSING_PAYMENT,
  /// Money arrived that is for no fee, or for one that is not owed.
  MISSING_FEE,
  /// Less arrived than is due.
  AMOUNT_SHORT,
  /// More arrived than is due.
  AMOUNT_OVER,
  /// The money belongs to the fee and came outside of the days in which it should.
  DATE_OUT_OF_WINDOW,
  /// Several fees or lines fit equally well.
  AMBIGUOUS,
  /// The same line, transaction or payment twice.
  DUPLICATE,
  /// The right fee in another currency.
  CURRENCY,
  /// A refund without the money that went back, or the money without the refund.
  REFUND_UNLINKED,
  /// A payment was taken back by the payer's bank.
  CHARGEBACK,
  /// A record could not be read.
  UNREADABLE
}
