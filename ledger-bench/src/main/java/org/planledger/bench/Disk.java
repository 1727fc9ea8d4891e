package org.planledger.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.planledger.core.store.DatabaseVendor;

/// What it takes until a change survives a power cut.
enum Disk {
  /// The commit waits for the disk by itself.
  FORCED_BY_COMMIT,
  /// The commit returns before; the file has to be forced afterwards.
  FORCED_BY_CHECKPOINT;

  static Disk of(DatabaseVendor vendor) {
    return switch (vendor) {
      case POSTGRESQL -> FORCED_BY_COMMIT;
      case H2 -> FORCED_BY_CHECKPOINT;
    };
  }

  /// Commits and returns when that is durable.
  void commit(Connection connection) throws SQLException {
    connection.commit();
    force(connection);
  }

  /// Returns when all that was committed before is durable.
  void force(Connection connection) throws SQLException {
    if (this == FORCED_BY_CHECKPOINT) {
      try (var statement = connection.createStatement()) {
        statement.execute("checkpoint sync");
      }
    }
  }
}
