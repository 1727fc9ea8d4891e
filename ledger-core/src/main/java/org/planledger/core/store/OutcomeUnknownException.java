package org.planledger.core.store;

/// The connection was lost before the database answered: the unit may have been stored or not.
/// Repeating the command with the same idempotency key finds out and never stores it twice.
public final class OutcomeUnknownException extends LedgerStoreException {

  private static final long serialVersionUID = 1L;

  OutcomeUnknownException(Throwable cause) {
    super(
        "The connection to the database was lost while storing, so the outcome is unknown."
            + " Repeat the command with the same idempotency key",
        cause);
  }
}
