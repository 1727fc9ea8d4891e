package org.planledger.core.store;

/// A row holds something that the ledger never wrote.
public final class UnreadableRowException extends LedgerStoreException {

  private static final long serialVersionUID = 1L;

  private final long number;

  UnreadableRowException(String table, long number, IllegalArgumentException cause) {
    super("Row " + number + " of " + table + " holds what the ledger never wrote", cause);
    this.number = number;
  }

  /// The position or the number of the row.
  public long number() {
    return number;
  }
}
