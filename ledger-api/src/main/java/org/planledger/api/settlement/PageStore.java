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

  private final KeptImports imports;
  private final KeptPages written;
  private final int file;
  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;
  private volatile boolean abandoned;
  private int pages;
  private int broken;

  /// Begins to store what will be handed over.
  PageStore(KeptImports imports, KeptPages written, int file) {
    this.imports = imports;
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
        requireGood();
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
    return pages;
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
        }
        if (System.nanoTime() - alive > SIGN_OF_LIFE_NANOS) {
          imports.alive(file);
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
