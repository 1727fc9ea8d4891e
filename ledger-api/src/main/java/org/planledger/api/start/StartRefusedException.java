package org.planledger.api.start;

import org.jspecify.annotations.Nullable;

/// The ledger cannot start here, for a reason that whoever starts it can remedy. The message is
/// one line: what is wrong, and what to do about it.
public final class StartRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartRefusedException(String message) {
    super(message);
  }

  public StartRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
