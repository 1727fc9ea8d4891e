package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a batch by [PostgresAppend], one statement that commits by itself: one round trip, and
/// the head row is locked no longer than the server needs.
final class PostgresBatchWriter extends BatchWriter {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresBatchWriter.class);

  private PostgresBatchWriter(Connection connection) {
    super(connection);
  }

  /// Takes the connection over, and closes it if it cannot be prepared.
  ///
  /// @param statementTimeout after which the server gives a batch up, having stored nothing of it
  /// @param networkTimeout after which the connection counts as lost; longer than the other
  static PostgresBatchWriter on(
      Connection connection, Duration statementTimeout, Duration networkTimeout)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(networkTimeout.toMillis()));
      statement.execute("set statement_timeout = " + statementTimeout.toMillis());
      // The best plan does not depend on how many rows come.
      statement.execute("set plan_cache_mode = force_generic_plan");
      // An acknowledged command is on disk, whatever the server's default is.
      statement.execute(
          "select set_config('synchronous_commit', 'on', false)"
              + " where current_setting('synchronous_commit') = 'off'");
      return new PostgresBatchWriter(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  HeadRow writeAtOnce(Batch batch) throws SQLException {
    return insert(batch);
  }

  @Override
  HeadRow insert(Batch batch) throws SQLException {
    return PostgresAppend.run(connection(), batch);
  }

  @Override
  void force() {
    // The commit has waited for the disk.
  }

  @Override
  void restoreAutoCommit() throws SQLException {
    connection().setAutoCommit(true);
  }

  @Override
  public void close() {
    try (Connection closing = connection()) {
      if (!closing.isClosed()) {
        // A pool may hand the connection to others, who set their own limits.
        try (Statement statement = closing.createStatement()) {
          statement.execute("reset statement_timeout");
          statement.execute("reset synchronous_commit");
          statement.execute("reset plan_cache_mode");
        }
      }
    } catch (SQLException e) {
      LOG.debug("The appender's connection was already lost when it was closed", e);
    }
  }
}
