package org.planledger.api.settlement.format;

/// The forms of files that are read.
public enum SettlementFormat {
  /// The payout reconciliation report of Stripe, as CSV.
  STRIPE("a payout reconciliation of Stripe"),
  /// The settlement details report of Adyen, as CSV.
  ADYEN("a settlement details report of Adyen"),
  /// A bank statement, ISO 20022 camt.053.
  CAMT_053("a bank statement camt.053"),
  /// A notification of credits and debits, ISO 20022 camt.054.
  CAMT_054("a notification camt.054"),
  /// Any CSV, by a mapping of its columns.
  CSV("a CSV file with the columns of the mapping"),
  /// Any sheet of a workbook, by a mapping of its columns.
  XLSX("an XLSX workbook with the columns of the mapping");

  private final String inWords;

  SettlementFormat(String inWords) {
    this.inWords = inWords;
  }

  /// What it is called in a sentence.
  String inWords() {
    return inWords;
  }

  /// Whether somebody has to say which column is what.
  public boolean isMapped() {
    return this == CSV || this == XLSX;
  }
}
