package org.planledger.core.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The store could not do what it was asked to. Unless a subclass says otherwise, nothing was
/// written.
public class LedgerStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerStoreException(String message) {
    this(message, null);
  }

  public LedgerStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static LedgerStoreException nothingStored(SQLException cause) {
    return new LedgerStoreException(
        "The database could not store the command: " + cause.getMessage(), cause);
  }

  /// The same for another caller of the same batch, with a stack of its own.
  static LedgerStoreException again(LedgerStoreException first) {
    return new LedgerStoreException(String.valueOf(first.getMessage()), first);
  }
}
