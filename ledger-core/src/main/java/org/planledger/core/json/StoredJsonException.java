package org.planledger.core.json;

import org.jspecify.annotations.Nullable;

/// Something in the store is not what the ledger wrote there, or was written by a newer version of
/// it. History that cannot be understood stops whoever reads it, rather than being passed over.
public final class StoredJsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean newer;

  private StoredJsonException(String message, boolean newer, @Nullable Throwable cause) {
    super(message, cause);
    this.newer = newer;
  }

  /// It has no meaning here, whoever wrote it.
  static StoredJsonException senseless(String message) {
    return new StoredJsonException(message, false, null);
  }

  static StoredJsonException senseless(String message, Throwable cause) {
    return new StoredJsonException(message, false, cause);
  }

  /// It carries a name that only a newer version of the program can know.
  static StoredJsonException newer(String message) {
    return new StoredJsonException(message, true, null);
  }

  /// Whether an upgrade of the program would help.
  public boolean isNewer() {
    return newer;
  }
}
