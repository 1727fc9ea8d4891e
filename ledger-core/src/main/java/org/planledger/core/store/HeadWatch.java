package org.planledger.core.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the head row every now and then, so that readers learn of what other processes have
/// appended. One read by primary key each time, for all readers of this process together.
final class HeadWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

  private final LedgerEvents events;
  private final HeadSignal signal;
  private final Duration interval;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private HeadWatch(LedgerEvents events, HeadSignal signal, Duration interval) {
    this.events = events;
    this.signal = signal;
    this.interval = interval;
    this.thread = Thread.ofPlatform().name("ledger-head-watch").daemon().unstarted(this::watch);
  }

  static HeadWatch start(LedgerEvents events, HeadSignal signal, Duration interval) {
    HeadWatch watch = new HeadWatch(events, signal, interval);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    boolean reported = false;
    try {
      while (!closing.await(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        try {
          signal.reached(events.head());
          reported = false;
        } catch (RuntimeException e) {
          // Whatever keeps us from looking may pass; whoever writes meets it and reports it too.
          if (!reported) {
            LOG.warn("The head of the ledger cannot be read; trying on: {}", e.getMessage());
            reported = true;
          }
        }
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but a process that ends.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
