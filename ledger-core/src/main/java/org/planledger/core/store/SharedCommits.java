package org.planledger.core.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.UnitWriter.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets callers share commits without a thread or a timer of its own: a caller that finds nobody
/// writing becomes the leader and writes all that is queued, in one batch; meanwhile the others
/// queue up, and the leader hands over to the first of them. A lone caller thus writes at once,
/// and the busier the ledger is, the larger the batches get.
final class SharedCommits implements Appender {

  private static final Logger LOG = LoggerFactory.getLogger(SharedCommits.class);

  private final Supplier<UnitWriter> writers;
  private final Consumer<List<Unit>> whenStored;
  private final int batchUnits;
  private final int queueUnits;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean led;
  private boolean closed;

  /// Belongs to the leader, who hands it on with the leadership.
  private @Nullable UnitWriter writer;

  /// @param writers opens a writer, at the start and whenever one was lost
  /// @param whenStored told of every batch's stored units before their callers go on
  /// @param batchUnits how many units one batch takes at most
  /// @param queueUnits how many units may wait for the next batch
  SharedCommits(
      Supplier<UnitWriter> writers,
      Consumer<List<Unit>> whenStored,
      int batchUnits,
      int queueUnits) {
    this.writers = writers;
    this.whenStored = whenStored;
    this.batchUnits = batchUnits;
    this.queueUnits = queueUnits;
  }

  /// A unit with its caller's thread, and what has become of both.
  private static final class Waiting {
    private final Unit unit;
    private final Thread caller = Thread.currentThread();
    private volatile boolean leads;
    private volatile @Nullable Outcome outcome;

    Waiting(Unit unit) {
      this.unit = unit;
    }

    void promote() {
      leads = true;
      LockSupport.unpark(caller);
    }

    void finish(Outcome reached) {
      outcome = reached;
      LockSupport.unpark(caller);
    }

    /// Waits to be stored or to lead, whichever comes first. A caller cannot leave: its unit may
    /// be in a batch already.
    ///
    /// @return whether the thread was interrupted meanwhile
    boolean await() {
      boolean interrupted = false;
      while (outcome == null && !leads) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      return interrupted;
    }
  }

  @Override
  public Receipt append(Unit unit) {
    unit.handOver();
    if (unit.isEmpty()) {
      Receipt nothing = new Receipt(null, List.of(), unit.lastSequences());
      unit.stored(nothing);
      return nothing;
    }
    Waiting waiting = new Waiting(unit);
    enqueue(waiting);
    boolean interrupted = waiting.await();
    if (waiting.leads) {
      // An interrupt in the middle of input or output would close the shared connection.
      interrupted |= Thread.interrupted();
      lead(waiting);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return switch (reached(waiting)) {
      case Outcome.Stored stored -> stored.receipt();
      case Outcome.Failed failed -> throw failed.reason();
    };
  }

  private static Outcome reached(Waiting waiting) {
    Outcome outcome = waiting.outcome;
    if (outcome == null) {
      throw new IllegalStateException("A leader left its own unit unwritten");
    }
    return outcome;
  }

  private void enqueue(Waiting waiting) {
    lock.lock();
    try {
      if (closed) {
        throw new LedgerStoreException("The ledger is closed and stores nothing more");
      }
      if (queue.size() >= queueUnits) {
        throw new LedgerBusyException(queue.size());
      }
      queue.add(waiting);
      if (!led) {
        led = true;
        waiting.leads = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /// How many units wait for the next batch.
  int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /// The leader is always the first in the queue, so one batch stores its own unit too.
  private void lead(Waiting leader) {
    List<Waiting> batch = takeBatch();
    List<Outcome> outcomes;
    try {
      outcomes = write(batch);
    } finally {
      // Before the others go on: they have work to do, and the database should not wait for it.
      handOver();
    }
    finish(batch, outcomes);
    if (leader.outcome == null) {
      throw new IllegalStateException("A leader was not in its own batch");
    }
  }

  private List<Waiting> takeBatch() {
    lock.lock();
    try {
      List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), batchUnits));
      while (!queue.isEmpty() && batch.size() < batchUnits) {
        batch.add(queue.remove());
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void handOver() {
    lock.lock();
    try {
      Waiting next = queue.peek();
      if (next == null) {
        led = false;
        idle.signalAll();
      } else {
        next.promote();
      }
    } finally {
      lock.unlock();
    }
  }

  private List<Outcome> write(List<Waiting> batch) {
    List<Unit> units = batch.stream().map(waiting -> waiting.unit).toList();
    try {
      List<Outcome> outcomes = openWriter().write(units);
      keepReceipts(units, outcomes);
      return outcomes;
    } catch (OutcomeUnknownException e) {
      LOG.warn("The connection was lost while storing {} commands: {}", units.size(), reason(e));
      discardWriter();
      return allFailed(units, () -> new OutcomeUnknownException(e));
    } catch (LedgerStoreException e) {
      LOG.warn("None of {} commands could be stored: {}", units.size(), reason(e));
      discardWriter();
      return allFailed(units, () -> LedgerStoreException.again(e));
    } catch (RuntimeException | Error e) {
      // Whatever it is, no caller may wait for ever, and nobody knows what the database did.
      LOG.error("Storing {} commands failed unexpectedly", units.size(), e);
      discardWriter();
      return allFailed(units, () -> new OutcomeUnknownException(e));
    }
  }

  /// In one line: the callers get the exceptions themselves.
  private static String reason(LedgerStoreException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static List<Outcome> allFailed(List<Unit> units, Supplier<RuntimeException> reason) {
    return units.stream().<Outcome>map(unit -> new Outcome.Failed(reason.get())).toList();
  }

  private void keepReceipts(List<Unit> units, List<Outcome> outcomes) {
    List<Unit> stored = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Stored(Receipt receipt)) {
        units.get(i).stored(receipt);
        stored.add(units.get(i));
      }
    }
    whenStored.accept(stored);
  }

  private static void finish(List<Waiting> batch, List<Outcome> outcomes) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).finish(outcomes.get(i));
    }
  }

  private UnitWriter openWriter() {
    UnitWriter open = writer;
    if (open == null) {
      open = writers.get();
      writer = open;
    }
    return open;
  }

  private void discardWriter() {
    UnitWriter lost = writer;
    writer = null;
    if (lost != null) {
      lost.close();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      while (led) {
        idle.awaitUninterruptibly();
      }
      discardWriter();
    } finally {
      lock.unlock();
    }
  }
}
