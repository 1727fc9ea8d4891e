package org.planledger.core.finance.matching;

/// A sign that a line belongs to a fee, and what it counts. The weights put candidates in order;
/// whether a match may be made at all is said by each rule, which names the signs that it needs.
public enum SignalKind {
  /// Both were put together by a person.
  DECIDED_BY_HAND(0, 1000),
  /// A reference of the line is the fee's id.
  FEE_ID(1, 60),
  /// The fee's id stands in the text.
  FEE_ID_IN_TEXT(2, 55),
  /// A reference of the line is the payment that the ledger recorded.
  PAYMENT_REFERENCE(3, 50),
  /// The line refers to a payment of the fee.
  RELATED_PAYMENT(4, 45),
  /// The text names the payout or the batch.
  PAYOUT_ID(5, 45),
  /// The payment that the ledger recorded stands in the text.
  PAYMENT_REFERENCE_IN_TEXT(6, 40),
  /// A reference is the fee's id but for a slip of the hand.
  FEE_ID_NEARLY(7, 35),
  /// The case's id stands in the line.
  CASE_ID(8, 30),
  /// The plan's id stands in the line.
  PLAN_ID(9, 20),
  /// The amount is the very same.
  AMOUNT(10, 30),
  /// The lines together bring the amount, or the fees together make it.
  AMOUNT_IN_SUM(11, 30),
  /// The amount differs by no more than is explained.
  AMOUNT_NEARLY(12, 15),
  /// The amount differs.
  AMOUNT_DIFFERS(13, 0),
  /// The money came within the days in which it should.
  DATE(14, 10),
  /// It came outside of them.
  DATE_OUTSIDE(15, 0),
  /// The ledger has not recorded the payment.
  PAYMENT_NOT_RECORDED(16, 0);

  private static final SignalKind[] BY_CODE = byCode();

  private final int code;
  private final int weight;

  SignalKind(int code, int weight) {
    this.code = code;
    this.weight = weight;
  }

  private static SignalKind[] byCode() {
    var all = new SignalKind[values().length];
    for (var kind : values()) {
      all[kind.code] = kind;
    }
    return all;
  }

  /// What stands for it within a run.
  int code() {
    return code;
  }

  static SignalKind of(int code) {
    return BY_CODE[code];
  }

  /// What it counts.
  int weight() {
    return weight;
  }
}
