package org.planledger.api.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.planledger.api.job.Beside;
import org.planledger.api.settlement.KeptPages.StoredPage;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.core.finance.settlement.LinePage;
import org.planledger.core.store.Bytes;

/// Stores pages beside whoever reads them: one thread parses, another one deflates and writes.
/// While enough wait, whoever reads deflates the next one instead of waiting idly.
final class PageStore implements AutoCloseable {

  private static final int WAITING = 8;
  private static final int PAGES_AT_ONCE = 8;
  private static final long SIGN_OF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /// What is handed over: a page, or records that could not be read.
  sealed interface Batch {

    /// A page of lines.
    record Lines(LinePage page, int firstLine, int lastLine) implements Batch {}

    /// Records that could not be read.
    record Broken(List<QuarantinedRecord> records) implements Batch {}
  }

  private final Writing writing;
  private final Beside<Batch> beside;

  /// Begins to store what will be handed over.
  ///
  /// @param signOfLife given every few seconds
  PageStore(Runnable signOfLife, KeptPages written, int file) {
    this.writing = new Writing(signOfLife, written, file);
    this.beside = Beside.start("import-store", WAITING, PAGES_AT_ONCE, writing);
  }

  /// Hands over; waits while enough is waiting.
  ///
  /// @throws RuntimeException what stopped the storing
  void put(Batch batch) {
    if (batch instanceof Batch.Lines full && beside.isFull()) {
      full.page().deflate();
    }
    beside.put(batch);
  }

  /// Waits until all that was handed over is stored.
  ///
  /// @return on how many pages the lines lie
  int end() {
    beside.finish();
    return writing.pages;
  }

  /// Stops where it is, and waits for that.
  @Override
  public void close() {
    beside.close();
  }

  /// What only the thread that stores does and knows, until it has ended.
  private static final class Writing implements Beside.Storing<Batch> {
    private final Runnable signOfLife;
    private final KeptPages written;
    private final int file;
    private long alive = System.nanoTime();
    private int pages;
    private int broken;

    Writing(Runnable signOfLife, KeptPages written, int file) {
      this.signOfLife = signOfLife;
      this.written = written;
      this.file = file;
    }

    @Override
    public void accept(List<Batch> batches) {
      List<StoredPage> stored = new ArrayList<>();
      List<QuarantinedRecord> unread = new ArrayList<>();
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
        }
      }
      written.store(file, stored, broken + 1, unread);
      broken += unread.size();
    }

    @Override
    public void goOn() {
      if (System.nanoTime() - alive > SIGN_OF_LIFE_NANOS) {
        signOfLife.run();
        alive = System.nanoTime();
      }
    }
  }
}
