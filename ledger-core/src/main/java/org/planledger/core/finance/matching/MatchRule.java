package org.planledger.core.finance.matching;

/// The rules by which matches are made, in the order of the passes.
enum MatchRule {
  BY_HAND("M0-BY-HAND"),
  FEE_ID("M1-FEE-ID"),
  FEE_ID_IN_TEXT("M1-FEE-ID-IN-TEXT"),
  PAYMENT_REFERENCE("M1-PAYMENT-REFERENCE"),
  SMALL_DIFFERENCE("M2-SMALL-DIFFERENCE"),
  PROCESSOR_COST("M2-PROCESSOR-COST"),
  EXCHANGE_RATE("M2-EXCHANGE-RATE"),
  PARTS("M2-PARTS"),
  SIGNS("M3-SIGNS"),
  NAMED_TOGETHER("M4-NAMED-TOGETHER"),
  ONE_PAYMENT("M4-ONE-PAYMENT"),
  ONE_CASE("M4-ONE-CASE"),
  ONE_PLAN("M4-ONE-PLAN"),
  PAYOUT("M4-PAYOUT"),
  UNDERPAID("M6-UNDERPAID"),
  OVERPAID("M6-OVERPAID"),
  REFUND("M7-REFUND"),
  REFUND_IN_PARTS("M7-REFUND-IN-PARTS"),
  SURPLUS_BACK("M7-SURPLUS-BACK"),
  CHARGEBACK("M8-CHARGEBACK"),
  CHARGEBACK_REVERSED("M8-CHARGEBACK-REVERSED");

  private final String id;

  MatchRule(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
