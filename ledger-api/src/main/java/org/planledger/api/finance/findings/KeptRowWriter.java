package org.planledger.api.finance.findings;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.JobFailedException;
import org.planledger.core.store.DatabaseVendor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes rows beside whoever makes them: one thread matches, this one stores. Some rows wait in
/// between, and no more. That they are on disk is not waited for: what makes them count is stored
/// later, and is.
public final class KeptRowWriter implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 1_000;
  private static final int WAITING = 4;
  private static final long PATIENCE_MILLIS = 100;

  private record Batch(String sql, List<@Nullable Object[]> rows) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final boolean onServer;
  private final Map<String, List<@Nullable Object[]>> begun = new HashMap<>();
  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong written = new AtomicLong();
  private final Thread thread;
  private long added;
  private volatile boolean noMore;
  private volatile boolean abandoned;
  private volatile @Nullable RuntimeException failure;

  /// Begins to write what will be added.
  public KeptRowWriter(HikariDataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.onServer = DatabaseVendor.of(database) == DatabaseVendor.POSTGRESQL;
    this.thread = Thread.ofPlatform().name("run-store").start(this::run);
  }

  /// Adds a row; waits while enough is waiting.
  ///
  /// @throws RuntimeException what stopped the writing
  void add(String sql, @Nullable Object[] row) {
    var rows = begun.computeIfAbsent(sql, _ -> new ArrayList<>());
    rows.add(row);
    added++;
    if (rows.size() == ROWS_AT_ONCE) {
      begun.remove(sql);
      handOver(new Batch(sql, rows));
    }
  }

  private void handOver(Batch batch) {
    try {
      while (!waiting.offer(batch, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        boolean isAlive = thread.isAlive();
        requireGood();
        require(isAlive);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobFailedException("The program ended before the run did.");
    }
  }

  private void requireGood() {
    var failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  /// Waits until all rows are written.
  ///
  /// @throws RuntimeException what stopped the writing
  public void finish() {
    begun.forEach((sql, rows) -> handOver(new Batch(sql, rows)));
    begun.clear();
    noMore = true;
    join();
    requireGood();
    require(written.get() == added);
  }

  /// Its thread may have died of something that is no exception, such as a lack of memory.
  private static void require(boolean goesOn) {
    if (!goesOn) {
      throw new JobFailedException("Not all that the run has found could be written.");
    }
  }

  private void join() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobFailedException("The program ended before the run did.");
    }
  }

  private void run() {
    try {
      while (!abandoned && !(noMore && waiting.isEmpty())) {
        var batch = waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (batch != null) {
          store(batch);
          written.addAndGet(batch.rows().size());
        }
      }
    } catch (RuntimeException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(Batch batch) {
    transaction.executeWithoutResult(
        _ -> {
          if (onServer) {
            jdbc.execute("set local synchronous_commit = off");
          }
          jdbc.batchUpdate(batch.sql(), batch.rows());
        });
  }

  /// How many rows there are so far.
  public long added() {
    return added;
  }

  /// How many of them are written.
  public long written() {
    return written.get();
  }

  /// Stops where it is, and waits for that.
  @Override
  public void close() {
    abandoned = true;
    join();
  }
}
