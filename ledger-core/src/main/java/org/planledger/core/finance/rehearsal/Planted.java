package org.planledger.core.finance.rehearsal;

/// What happens to a fee of a rehearsal, and how often among 10,000 times.
public enum Planted {
  /// Paid by card, with the fee's id as the merchant's reference.
  CARD(6_200),
  /// Paid by card; the processor passes on nothing but its own reference, which the ledger has.
  CARD_WITHOUT_ID(500),
  /// Paid by a transfer, with the fee's id in the text.
  TRANSFER(900),
  /// Paid by a transfer, with the case's id in the text.
  TRANSFER_FOR_CASE(150),
  /// Paid by a transfer, with the plan's id in the text.
  TRANSFER_FOR_PLAN(150),
  /// Paid by a transfer, with one wrong digit in the fee's id.
  MISTYPED(60),
  /// Paid by a transfer; the bank has cut the fee's id off.
  CUT_OFF(40),
  /// Paid, and not yet recorded by the ledger.
  NOT_RECORDED(150),
  /// Paid in two parts.
  PARTIAL(100),
  /// One transfer for two fees, with both ids.
  GROUPED(80),
  /// One transfer for both fees of a case, with its id.
  GROUPED_BY_CASE(50),
  /// A transfer that lost some cents on the way.
  SMALL_DIFFERENCE(80),
  /// The line has the amount less what the processor kept.
  COST_KEPT(60),
  /// Paid in another currency, and exchanged at a rate that the line has.
  EXCHANGED(60),
  /// Paid, and paid back in part, as the ledger has recorded.
  REFUNDED(200),
  /// Taken back by the payer's bank and won again.
  CHARGEBACK_REVERSED(30),
  /// Asked for and not paid.
  OPEN(150),
  /// Cancelled and not paid.
  CANCELLED(80),
  /// Recorded as paid a day ago.
  IN_TRANSIT(60),
  /// Recorded as paid, and no money ever came.
  MISSING(100),
  /// Too little came.
  SHORT(80),
  /// Too much came.
  OVER(60),
  /// Paid by card twice.
  PAID_TWICE(60),
  /// The same number in another currency.
  WRONG_CURRENCY(50),
  /// Paid by card, weeks too late.
  LATE(60),
  /// Paid by a transfer for the case, weeks too late.
  LATE_TRANSFER(40),
  /// Paid by a transfer that says nothing.
  REFERENCE_MISSING(60),
  /// Not paid, and a stranger sends its very amount on the same day.
  LOOK_ALIKE(60),
  /// Two fees of a plan with one amount, and one transfer for the plan.
  AMBIGUOUS(40),
  /// Cancelled, and paid nevertheless.
  CANCELLED_PAID(40),
  /// Money went back, and the ledger has no refund.
  REFUND_UNRECORDED(40),
  /// The ledger has a refund, and no money went back.
  REFUND_UNSENT(30),
  /// Money went back for a payment that nobody knows.
  REFUND_UNLINKED(30),
  /// Taken back by the payer's bank.
  CHARGED_BACK(50),
  /// The line stands in two files.
  SAME_LINE_TWICE(40),
  /// The processor reports the payment in two lines.
  SAME_TRANSACTION_TWICE(30),
  /// The record of the payment is broken.
  UNREADABLE(30);

  private final int share;

  Planted(int share) {
    this.share = share;
  }

  int share() {
    return share;
  }
}
