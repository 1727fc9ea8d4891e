package org.planledger.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.planledger.core.store.DatabaseVendor;

/// Writes the events of all clients that wait in one transaction. There is no timer: whoever finds
/// nobody writing writes for all, and what arrives meanwhile makes the next transaction.
final class SharedTransactions implements RawStreams.RawWriter {

  private static final int MOST_ROWS = 256;

  /// What a waiting client is told.
  private enum Turn {
    WRITTEN,
    FAILED,
    LEAD
  }

  private record Waiting(RawTable.Row row, CompletableFuture<Turn> turn) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private final Connection connection;
  private final Disk disk;
  private boolean led;

  private SharedTransactions(Connection connection, Disk disk) {
    this.connection = connection;
    this.disk = disk;
  }

  /// Takes one connection, which must not commit by itself.
  static SharedTransactions on(DataSource database, DatabaseVendor vendor) {
    try {
      return new SharedTransactions(database.getConnection(), Disk.of(vendor));
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be reached: " + e.getMessage(), e);
    }
  }

  @Override
  public void write(RawTable.Row row) throws SQLException {
    var mine = new Waiting(row, new CompletableFuture<>());
    switch (enqueue(mine) ? Turn.LEAD : mine.turn.join()) {
      case WRITTEN -> {}
      case FAILED -> throw new SQLException("the transaction shared with others failed");
      case LEAD -> lead();
    }
  }

  /// @return whether nobody is writing
  private boolean enqueue(Waiting mine) {
    lock.lock();
    try {
      queue.add(mine);
      boolean first = !led;
      led = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  private void lead() throws SQLException {
    List<Waiting> batch = take();
    var outcome = Turn.FAILED;
    try {
      RawTable.insert(connection, batch.stream().map(Waiting::row).toList());
      disk.commit(connection);
      outcome = Turn.WRITTEN;
    } finally {
      handOver();
      for (Waiting each : batch) {
        each.turn.complete(outcome);
      }
    }
  }

  private List<Waiting> take() {
    lock.lock();
    try {
      List<Waiting> batch = new ArrayList<>();
      while (batch.size() < MOST_ROWS && !queue.isEmpty()) {
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
      led = next != null;
      if (next != null) {
        next.turn.complete(Turn.LEAD);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the connection was lost: " + e.getMessage(), e);
    }
  }
}
