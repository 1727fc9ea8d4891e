package org.planledger.core.store.sealing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.planledger.core.store.HeadSignal;
import org.planledger.core.store.LedgerStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals every so often, and sooner when much has been recorded.
final class SealerThread {

  private static final Logger LOG = LoggerFactory.getLogger(SealerThread.class);

  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final Sealer sealer;
  private final HeadSignal head;
  private final SealerSettings settings;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final Runnable stopListening;
  private volatile long sealed;
  private boolean closing;

  private SealerThread(Sealer sealer, HeadSignal head, SealerSettings settings) {
    this.sealer = sealer;
    this.head = head;
    this.settings = settings;
    this.thread = Thread.ofPlatform().name("ledger-sealer").daemon().unstarted(this::sealOn);
    this.stopListening = head.onGrowth(this::grown);
  }

  static SealerThread start(Sealer sealer, HeadSignal head, SealerSettings settings) {
    SealerThread started = new SealerThread(sealer, head, settings);
    started.thread.start();
    return started;
  }

  private void grown() {
    // Called by whoever stores: only who reaches the threshold takes the lock.
    if (head.known() - sealed >= settings.events()) {
      lock.lock();
      try {
        called.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void sealOn() {
    boolean reported = false;
    Duration rest = Duration.ZERO;
    while (awaitTurn(rest)) {
      try {
        long began = System.nanoTime();
        sealed = sealer.seal().head(LogName.EVENTS).size();
        rest = restAfter(Duration.ofNanos(System.nanoTime() - began));
        reported = false;
      } catch (SealingStoppedException e) {
        LOG.error("{}", e.getMessage());
        return;
      } catch (LedgerStoreException e) {
        // Whatever keeps us from sealing may pass; the age of the last checkpoint tells of it.
        rest = settings.interval();
        if (!reported) {
          LOG.warn("Nothing could be sealed; trying on: {}", e.getMessage());
          reported = true;
        }
      }
    }
  }

  /// It takes up no more than a twentieth of the time, so that the commands have the rest, and yet
  /// never rests longer than a minute.
  static Duration restAfter(Duration work) {
    Duration rest = work.multipliedBy(19);
    return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
  }

  /// Rests, then waits until the interval is over or enough is there to be sealed.
  ///
  /// @return whether to go on
  private boolean awaitTurn(Duration rest) {
    lock.lock();
    try {
      long restNanos = rest.toNanos();
      long moreNanos = settings.interval().toNanos() - restNanos;
      while (!closing && restNanos > 0) {
        restNanos = called.awaitNanos(restNanos);
      }
      while (!closing && moreNanos > 0 && head.known() - sealed < settings.events()) {
        moreNanos = called.awaitNanos(moreNanos);
      }
      return !closing;
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but a process that ends.
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Ends it, and waits for what it is doing.
  void close() {
    stopListening.run();
    lock.lock();
    try {
      closing = true;
      called.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
