package org.planledger.api.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.settlement.KeptPages.StoredPage;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.core.finance.settlement.LinePage;
import org.planledger.core.store.Bytes;

/// Stores pages beside whoever reads them: one thread parses, this one deflates and writes. Some
/// pages wait in between, and no more. While as many wait, whoever reads deflates the next one
/// instead of waiting idly.
final class PageStore implements AutoCloseable {

  private static final int WAITING = 8;
  private static final int PAGES_AT_ONCE = 8;
  private static final long PATIENCE_MILLIS = 100;
  private static final long SIGN_OF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /// What is handed over: a page, or records that could not be read.
  sealed interface Batch {

    /// A page of lines.
    record Lines(LinePage page, int firstLine, int lastLine) implements Batch {}

    /// Records that could not be read.
    record Broken(List<QuarantinedRecord> records) implements Batch {}

    /// Nothing more comes.
    record End() implements Batch {}
  }

  private final Runnable signOfLife;
  private final KeptPages written;
  private final int file;
  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;
  private volatile boolean abandoned;
  private volatile boolean ended;
  private int pages;
  private int broken;

  /// Begins to store what will be handed over.
  ///
  /// @param signOfLife given every few seconds
  PageStore(Runnable signOfLife, KeptPages written, int file) {
    this.signOfLife = signOfLife;
    this.written = written;
    this.file = file;
    this.thread = Thread.ofPlatform().name("import-store").start(this::run);
  }

  /// Hands over; waits while enough is waiting.
  ///
  /// @throws RuntimeException what stopped the storing
  void put(Batch batch) {
    if (batch instanceof Batch.Lines full && waiting.remainingCapacity() == 0) {
      full.page().deflate();
    }
    try {
      while (!waiting.offer(batch, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        boolean isAlive = thread.isAlive();
        requireGood();
        require(isAlive);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobFailedException("The program ended before the import did.");
    }
  }

  /// Waits until all that was handed over is stored.
  ///
  /// @return on how many pages the lines lie
  int end() {
    put(new Batch.End());
    join();
    requireGood();
    require(ended);
    return pages;
  }

  /// Its thread may have died of something that is no exception, such as a lack of memory.
  private static void require(boolean goesOn) {
    if (!goesOn) {
      throw new JobFailedException("Not all lines of the file could be stored.");
    }
  }

  private void requireGood() {
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobFailedException("The program ended before the import did.");
    }
  }

  private void run() {
    try {
      long alive = System.nanoTime();
      boolean more = true;
      while (more && !abandoned) {
        List<Batch> batches = new ArrayList<>();
        Batch first = waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          batches.add(first);
          waiting.drainTo(batches, PAGES_AT_ONCE - 1);
          more = store(batches);
          ended = !more;
        }
        if (System.nanoTime() - alive > SIGN_OF_LIFE_NANOS) {
          signOfLife.run();
          alive = System.nanoTime();
        }
      }
    } catch (RuntimeException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean store(List<Batch> batches) {
    List<StoredPage> stored = new ArrayList<>();
    List<QuarantinedRecord> unread = new ArrayList<>();
    boolean more = true;
    for (Batch batch : batches) {
      switch (batch) {
        case Batch.Lines lines ->
            stored.add(
                new StoredPage(
                    ++pages,
                    lines.firstLine(),
                    lines.lastLine(),
                    lines.page().lines(),
                    Bytes.of(lines.page().bytes())));
        case Batch.Broken some -> unread.addAll(some.records());
        case Batch.End _ -> more = false;
      }
    }
    written.store(file, stored, broken + 1, unread);
    broken += unread.size();
    return more;
  }

  /// Stops where it is, and waits for that.
  @Override
  public void close() {
    abandoned = true;
    join();
  }
}
