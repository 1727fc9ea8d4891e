package org.planledger.core.finance.settlement;

/// What a line of a settlement or a statement is about.
public enum LineType {
  /// A payer paid.
  PAYMENT(1),
  /// A payer got money back.
  REFUND(2),
  /// A payer's bank took a payment back.
  CHARGEBACK(3),
  /// A chargeback that was decided in our favour.
  CHARGEBACK_REVERSED(4),
  /// What the processor charges for itself, apart from single payments.
  PROCESSOR_COST(5),
  /// The processor sends what it holds to the bank.
  PAYOUT(6),
  /// Money came into the bank account.
  BANK_CREDIT(7),
  /// Money left the bank account.
  BANK_DEBIT(8),
  /// Anything else; it is kept and matched with nothing.
  OTHER(9);

  private final int code;

  LineType(int code) {
    this.code = code;
  }

  /// What stands for it in a stored line, for ever.
  int code() {
    return code;
  }

  /// The type that a code stands for.
  ///
  /// @throws IllegalArgumentException if there is none
  static LineType of(int code) {
    for (LineType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("no type of a line has the code " + code);
  }
}
