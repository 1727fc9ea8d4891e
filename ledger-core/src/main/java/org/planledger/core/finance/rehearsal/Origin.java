package org.planledger.core.finance.rehearsal;

/// Where the movements of a rehearsal are reported.
public enum Origin {
  /// A card processor's settlement, with fees, refunds, chargebacks and payouts.
  CARD(1),
  /// The statement of the bank account that payouts and transfers arrive at.
  BANK(2),
  /// Another settlement of the same processor, which overlaps the first.
  CARD_AGAIN(3);

  private final int fileNumber;

  Origin(int fileNumber) {
    this.fileNumber = fileNumber;
  }

  /// The number of the file that holds its movements.
  public int fileNumber() {
    return fileNumber;
  }
}
