package org.planledger.core.json;

import org.jspecify.annotations.Nullable;

/// Something in the store is not what the ledger wrote there, or was written by a newer version of
/// it. History that cannot be understood stops whoever reads it, rather than being passed over.
public final class StoredJsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoredJsonException(String message) {
    this(message, null);
  }

  StoredJsonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
