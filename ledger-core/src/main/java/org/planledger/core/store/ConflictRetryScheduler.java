package org.planledger.core.store;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;

/// Sends a command again when it failed only because another was in its way: it lost a race for
/// a stream, could not get a lock in time, or the database broke a deadlock. Nothing else is ever
/// repeated, a refusal least of all, for it is an answer; nor is an unknown outcome, which the
/// client resolves with its key.
///
/// A command is tried at most five times, each time after a random wait of up to twice as long.
public final class ConflictRetryScheduler implements RetryScheduler {

  private static final int MAX_TRIES = 5;
  private static final long FIRST_WAIT_BOUND_MILLIS = 8;

  private final ScheduledExecutorService timer;

  /// @param timer only tells when; the command itself runs on a virtual thread of its own
  public ConflictRetryScheduler(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public boolean scheduleRetry(
      CommandMessage commandMessage,
      RuntimeException lastFailure,
      List<Class<? extends Throwable>[]> failures,
      Runnable commandDispatch) {
    int tries = failures.size();
    if (tries >= MAX_TRIES || !isConflict(lastFailure)) {
      return false;
    }
    long waitBoundMillis = FIRST_WAIT_BOUND_MILLIS << tries;
    long waitMillis = ThreadLocalRandom.current().nextLong(waitBoundMillis);
    try {
      ScheduledFuture<?> retry =
          timer.schedule(
              () -> Thread.ofVirtual().name("command-retry").start(commandDispatch),
              waitMillis,
              TimeUnit.MILLISECONDS);
      return !retry.isCancelled();
    } catch (RejectedExecutionException e) {
      // The application is closing: the client gets the conflict itself.
      return false;
    }
  }

  /// Whether a failure is of the kind that goes away by itself. Causes count for SQL states only:
  /// a failure that merely wraps a conflict may mean something else.
  static boolean isConflict(RuntimeException failure) {
    return switch (failure) {
      case OutcomeUnknownException unknown -> false;
      case ConcurrencyException conflict -> true;
      case DeadlockException deadlock -> true;
      case LockAcquisitionFailedException lock -> true;
      default -> SqlErrors.isWorthRepeating(failure);
    };
  }
}
