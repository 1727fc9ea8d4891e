package org.planledger.api.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A thread that gives a sign of life from time to time, until it is closed.
final class Heart implements AutoCloseable {
  // Never an interrupt: it could meet the thread in the database, and H2 would close its file.
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /// Begins to beat.
  ///
  /// @param beat does not throw
  Heart(String name, Duration interval, Runnable beat) {
    thread = Thread.ofPlatform().name(name).daemon().start(() -> run(interval, beat));
  }

  private void run(Duration interval, Runnable beat) {
    try {
      while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        beat.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for a beat that is under way.
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
