package org.planledger.core.store;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Tells readers that the ledger has grown, as soon as this process knows of it.
public final class HeadSignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
  private volatile long known;

  HeadSignal() {}

  /// The largest position known to be stored. The ledger may go further, if others write too.
  public long known() {
    return known;
  }

  /// Calls back on whatever thread learns of growth, each time; the callback must return at once.
  ///
  /// @return ends the calls
  public Runnable onGrowth(Runnable callback) {
    // Each registration is its own, even of the same callback.
    Runnable registered = () -> callback.run();
    callbacks.add(registered);
    return () -> callbacks.remove(registered);
  }

  void reached(long position) {
    lock.lock();
    try {
      if (position <= known) {
        return;
      }
      known = position;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    callbacks.forEach(Runnable::run);
  }

  /// Waits until the ledger is known to go beyond a position, or the time is over.
  ///
  /// @return whether it does
  boolean awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
    long remainingNanos = unit.toNanos(timeout);
    lock.lock();
    try {
      while (known <= position && remainingNanos > 0) {
        remainingNanos = grown.awaitNanos(remainingNanos);
      }
      return known > position;
    } finally {
      lock.unlock();
    }
  }
}
