package org.planledger.core.finance.matching;

/// A sign that a line belongs to a fee, and what it counts. The weights put candidates in order;
/// whether a match may be made at all is said by each rule, which names the signs that it needs.
public enum SignalKind {
  /// Both were put together by a person.
  DECIDED_BY_HAND(1000),
  /// A reference of the line is the fee's id.
  FEE_ID(60),
  /// The fee's id stands in the text.
  FEE_ID_IN_TEXT(55),
  /// A reference of the line is the payment that the ledger recorded.
  PAYMENT_REFERENCE(50),
  /// The line refers to a payment of the fee.
  RELATED_PAYMENT(45),
  /// The text names the payout or the batch.
  PAYOUT_ID(45),
  /// The payment that the ledger recorded stands in the text.
  PAYMENT_REFERENCE_IN_TEXT(40),
  /// A reference is the fee's id but for a slip of the hand.
  FEE_ID_NEARLY(35),
  /// The case's id stands in the line.
  CASE_ID(30),
  /// The plan's id stands in the line.
  PLAN_ID(20),
  /// The amount is the very same.
  AMOUNT(30),
  /// The lines together bring the amount, or the fees together make it.
  AMOUNT_IN_SUM(30),
  /// The amount differs by no more than is explained.
  AMOUNT_NEARLY(15),
  /// The amount differs.
  AMOUNT_DIFFERS(0),
  /// The money came within the days in which it should.
  DATE(10),
  /// It came outside of them.
  DATE_OUTSIDE(0),
  /// The ledger has not recorded the payment.
  PAYMENT_NOT_RECORDED(0);

  private final int weight;

  SignalKind(int weight) {
    this.weight = weight;
  }

  /// What it counts.
  public int weight() {
    return weight;
  }
}
