package org.planledger.core.store;

import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;

/// How commands in one process keep out of each other's way: one at a time per stream, from
/// loading to the end of the unit of work. Between processes the unique key of stream and
/// sequence decides.
///
/// The order is the same everywhere, or two commands block each other: the plan first, then its
/// devices in the order of their ids.
public final class StreamLocks {

  /// Short, so that a command behind a stuck one fails while its caller still listens.
  private static final int ATTEMPTS = 200;

  private static final int ATTEMPT_MILLIS = 10;

  /// More than ever wait in earnest on one plan; the rest is better turned away at once.
  private static final int QUEUE = 64;

  private StreamLocks() {}

  /// A factory for all repositories to share: it notices a deadlock only among its own locks.
  public static LockFactory pessimistic() {
    return PessimisticLockFactory.builder()
        .acquireAttempts(ATTEMPTS)
        .lockAttemptTimeout(ATTEMPT_MILLIS)
        .queueLengthThreshold(QUEUE)
        .build();
  }
}
