package org.planledger.api.finance.findings;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Beside;
import org.planledger.core.store.DatabaseVendor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes rows beside the run that makes them. That they are on disk is not waited for: what makes
/// them count is stored later, and is.
public final class KeptRowWriter implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 1_000;
  private static final int WAITING = 4;

  private record Batch(String sql, List<@Nullable Object[]> rows) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final boolean onServer;
  private final Map<String, List<@Nullable Object[]>> begun = new HashMap<>();
  private final AtomicLong written = new AtomicLong();
  private final Beside<Batch> beside;
  private long added;

  /// Begins to write what will be added.
  public KeptRowWriter(HikariDataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.onServer = DatabaseVendor.of(database) == DatabaseVendor.POSTGRESQL;
    this.beside = Beside.start("run-store", WAITING, 1, batches -> batches.forEach(this::store));
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
      beside.put(new Batch(sql, rows));
    }
  }

  /// Waits until all rows are written.
  ///
  /// @throws RuntimeException what stopped the writing
  public void finish() {
    begun.forEach((sql, rows) -> beside.put(new Batch(sql, rows)));
    begun.clear();
    beside.finish();
  }

  private void store(Batch batch) {
    transaction.executeWithoutResult(
        _ -> {
          if (onServer) {
            jdbc.execute("set local synchronous_commit = off");
          }
          jdbc.batchUpdate(batch.sql(), batch.rows());
        });
    written.addAndGet(batch.rows().size());
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
    beside.close();
  }
}
