package org.planledger.api.sweep;

import java.io.Serial;

/// Something is due on a plan, and the ledger could not take it.
final class NotRecordedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Records before;

  /// @param before what was recorded on the plan before
  NotRecordedException(Records before, String reason) {
    super(reason);
    this.before = before;
  }

  Records before() {
    return before;
  }
}
