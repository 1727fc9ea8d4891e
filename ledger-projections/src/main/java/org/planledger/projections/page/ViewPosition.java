package org.planledger.projections.page;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How far a view has come in the ledger.
@FunctionalInterface
public interface ViewPosition {

  /// The position up to which everything is in the view; 0 before the first event. What lies in
  /// the dead-letter queue of the view counts as seen, although the view does not show it.
  long seen();

  /// Waits until the view has seen a position, or the time is over.
  ///
  /// @return whether it has
  default boolean await(long position, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (seen() < position) {
      if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return true;
  }

  /// Short against what a reader notices, long against what asking costs.
  long POLL_NANOS = 2_000_000;
}
