package org.planledger.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Forces H2's file to disk, on a connection of the database's owner that does nothing else: the
/// statement asks for rights that the application's user does not have.
final class H2Checkpoint implements Durability, AutoCloseable {

  private final DataSource owner;
  private @Nullable Connection connection;

  H2Checkpoint(DataSource owner) {
    this.owner = owner;
  }

  @Override
  public void force() {
    try {
      sync();
    } catch (SQLException e) {
      throw new LedgerStoreException(
          "The change is made, but could not be forced to disk: " + e.getMessage(), e);
    }
  }

  /// Returns when all that was committed before is on disk. After an error the next call starts
  /// with a new connection.
  synchronized void sync() throws SQLException {
    try {
      Connection open = connection;
      if (open == null || open.isClosed()) {
        open = owner.getConnection();
        connection = open;
      }
      try (Statement statement = open.createStatement()) {
        statement.execute("checkpoint sync");
      }
    } catch (SQLException e) {
      discard(e);
      throw e;
    }
  }

  private void discard(SQLException reason) {
    try {
      close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    Connection closing = connection;
    connection = null;
    if (closing != null) {
      closing.close();
    }
  }
}
