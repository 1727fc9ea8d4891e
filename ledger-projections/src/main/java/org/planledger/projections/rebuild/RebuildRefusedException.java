package org.planledger.projections.rebuild;

/// A view cannot be built anew now, or not to the end, for a reason that whoever asked for it may
/// know.
public final class RebuildRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RebuildRefusedException(String reason) {
    super(reason);
  }

  RebuildRefusedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
