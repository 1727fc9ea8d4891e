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

/// Lets callers share commits without a timer: one thread takes all that waits, writes it as one
/// batch, tells the callers, and takes what came meanwhile. A lone caller is written at once, and
/// the busier the ledger is, the larger the batches get.
///
/// The thread is one of the operating system's and does nothing else. If a caller wrote for all,
/// it would be a virtual thread, and with the answer of the database it would queue up behind
/// every command that is being decided, while all the others wait for it.
final class SharedCommits implements Appender {

  private static final Logger LOG = LoggerFactory.getLogger(SharedCommits.class);

  /// How many callers are woken one after the other by the thread itself.
  private static final int FEW = 2;

  private final Supplier<UnitWriter> writers;
  private final Consumer<List<Unit>> whenStored;
  private final int batchUnits;
  private final int queueUnits;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean closed;

  /// Belongs to the thread.
  private @Nullable UnitWriter writer;

  private SharedCommits(
      Supplier<UnitWriter> writers,
      Consumer<List<Unit>> whenStored,
      int batchUnits,
      int queueUnits) {
    this.writers = writers;
    this.whenStored = whenStored;
    this.batchUnits = batchUnits;
    this.queueUnits = queueUnits;
    this.thread = Thread.ofPlatform().name("ledger-appender").daemon().unstarted(this::writeAll);
  }

  /// @param writers opens a writer, for the first batch and whenever one was lost
  /// @param whenStored told of every batch's stored units before their callers go on
  /// @param batchUnits how many units one batch takes at most
  /// @param queueUnits how many units may wait for the next batch
  static SharedCommits start(
      Supplier<UnitWriter> writers,
      Consumer<List<Unit>> whenStored,
      int batchUnits,
      int queueUnits) {
    SharedCommits commits = new SharedCommits(writers, whenStored, batchUnits, queueUnits);
    commits.thread.start();
    return commits;
  }

  /// A unit with its caller's thread, and what has become of it.
  private static final class Waiting {
    private final Unit unit;
    private final Thread caller = Thread.currentThread();
    private volatile @Nullable Outcome outcome;

    Waiting(Unit unit) {
      this.unit = unit;
    }

    void reached(Outcome what) {
      outcome = what;
    }

    void wake() {
      LockSupport.unpark(caller);
    }

    /// Waits for the outcome. A caller cannot leave: its unit may be in a batch already.
    Outcome await() {
      boolean interrupted = false;
      Outcome reached = outcome;
      while (reached == null) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
        reached = outcome;
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return reached;
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
    return switch (waiting.await()) {
      case Outcome.Stored stored -> stored.receipt();
      case Outcome.Failed failed -> throw failed.reason();
    };
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
      called.signal();
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

  private void writeAll() {
    List<Waiting> batch = nextBatch();
    while (!batch.isEmpty()) {
      finish(batch, write(batch));
      batch = nextBatch();
    }
    discardWriter();
  }

  /// Waits until there is something to write.
  ///
  /// @return nothing once the ledger is closed and all who waited before are served
  private List<Waiting> nextBatch() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        called.awaitUninterruptibly();
      }
      List<Waiting> batch = new ArrayList<>(Math.min(queue.size(), batchUnits));
      while (!queue.isEmpty() && batch.size() < batchUnits) {
        batch.add(queue.remove());
      }
      return batch;
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
      batch.get(i).reached(outcomes.get(i));
    }
    // To wake many takes a while, in which the next batch could be under way.
    if (batch.size() > FEW) {
      Thread.startVirtualThread(() -> batch.forEach(Waiting::wake));
    } else {
      batch.forEach(Waiting::wake);
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
      called.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // Whoever waits for the last batch has to be told of it first.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
