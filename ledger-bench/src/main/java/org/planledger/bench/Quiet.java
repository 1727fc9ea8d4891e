package org.planledger.bench;

import java.sql.SQLException;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;
import org.planledger.core.store.testing.PostgresServer;

/// Clears away what was put off until now, so that no race pays for what came before it.
final class Quiet {

  private Quiet() {}

  static void down(LedgerDatabase database) {
    if (database.vendor() == DatabaseVendor.POSTGRESQL) {
      PostgresServer.shared().asSuperuser("checkpoint");
    } else {
      checkpoint(database);
    }
    System.gc();
  }

  private static void checkpoint(LedgerDatabase database) {
    try (var connection = database.owner().getConnection()) {
      Disk.of(database.vendor()).force(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the file was not forced: " + e.getMessage(), e);
    }
  }
}
