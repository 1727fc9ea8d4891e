package org.planledger.core.store;

import org.jspecify.annotations.Nullable;

/// The store could not do what it was asked to. Unless a subclass says otherwise, nothing was
/// written.
public class LedgerStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerStoreException(String message) {
    this(message, null);
  }

  LedgerStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
