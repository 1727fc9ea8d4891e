package org.planledger.core.finance.settlement;

/// What a line of a settlement or a statement is about.
public enum LineType {
  /// A payer paid.
  PAYMENT,
  /// A payer got money back.
  REFUND,
  /// A payer's bank took a payment back.
  CHARGEBACK,
  /// A chargeback that was decided in our favour.
  CHARGEBACK_REVERSED,
  /// What the processor charges for itself, apart from single payments.
  PROCESSOR_COST,
  /// The processor sends what it holds to the bank.
  PAYOUT,
  /// Money came into the bank account.
  BANK_CREDIT,
  /// Money left the bank account.
  BANK_DEBIT,
  /// Anything else; it is kept and matched with nothing.
  OTHER
}
