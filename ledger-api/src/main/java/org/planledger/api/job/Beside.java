package org.planledger.api.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stores what a job makes beside it: the job's thread makes, one of its own stores. Some waits in
/// between, and no more. A job can only end well if all that it has handed over was stored.
///
/// It belongs to one thread, which hands over, finishes and closes it.
///
/// @param <T> what is handed over
public final class Beside<T> implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 100;

  private final Storing<T> storing;
  private final int atOnce;
  private final BlockingQueue<T> waiting;
  private final AtomicLong stored = new AtomicLong();
  private final Thread thread;
  private long handedOver;
  private volatile boolean noMore;
  private volatile boolean abandoned;
  private volatile @Nullable RuntimeException failure;

  /// What stores, on the thread of its own.
  ///
  /// @param <T> what is handed over
  public interface Storing<T> extends Consumer<List<T>> {

    /// Called again and again, many times in a second, also while nothing comes.
    default void goOn() {}
  }

  private Beside(String threadName, int waiting, int atOnce, Storing<T> storing) {
    this.storing = storing;
    this.atOnce = atOnce;
    this.waiting = new ArrayBlockingQueue<>(waiting);
    this.thread = Thread.ofPlatform().name(threadName).unstarted(this::run);
  }

  /// Begins to store what will be handed over.
  ///
  /// @param waiting how much may wait
  /// @param atOnce how much of it is stored together
  public static <T> Beside<T> start(
      String threadName, int waiting, int atOnce, Storing<T> storing) {
    var beside = new Beside<>(threadName, waiting, atOnce, storing);
    beside.thread.start();
    return beside;
  }

  /// Hands over; waits while enough is waiting.
  ///
  /// @throws RuntimeException what stopped the storing
  public void put(T made) {
    try {
      while (!waiting.offer(made, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        boolean isAlive = thread.isAlive();
        requireGood();
        require(isAlive);
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
    handedOver++;
  }

  /// Whether whoever hands over has to wait now.
  public boolean isFull() {
    return waiting.remainingCapacity() == 0;
  }

  /// Waits until all that was handed over is stored.
  ///
  /// @throws RuntimeException what stopped the storing
  public void finish() {
    noMore = true;
    join();
    requireGood();
    require(stored.get() == handedOver);
  }

  /// Stops where it is, and waits for that.
  @Override
  public void close() {
    abandoned = true;
    join();
  }

  private void requireGood() {
    var failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  /// Its thread may have died of something that is no exception, such as a lack of memory.
  private static void require(boolean goesOn) {
    if (!goesOn) {
      throw new JobFailedException("Not all that was found could be stored.");
    }
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static JobFailedException interrupted() {
    Thread.currentThread().interrupt();
    return new JobFailedException("The program ended before all was stored.");
  }

  private void run() {
    try {
      while (!abandoned && !(noMore && waiting.isEmpty())) {
        T first = waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<T> some = new ArrayList<>(atOnce);
          some.add(first);
          waiting.drainTo(some, atOnce - 1);
          storing.accept(some);
          stored.addAndGet(some.size());
        }
        storing.goOn();
      }
    } catch (RuntimeException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
