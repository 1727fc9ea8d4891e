package org.planledger.api.configuration;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.backup.LedgerRefill;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The owner's way into the database: for the migrations, and on H2 for forcing the file to disk.
final class OwnerConnections implements AutoCloseable {

  /// Where H2 meets an error it would write the statement, with all that stands in it, into
  /// another file beside the ledger.
  private static final String WITHOUT_TRACE = ";TRACE_LEVEL_FILE=0";

  private final DataSource dataSource;
  private final @Nullable Connection held;

  private OwnerConnections(DataSource dataSource, @Nullable Connection held) {
    this.dataSource = dataSource;
    this.held = held;
  }

  /// Opens the database and brings it up to date.
  ///
  /// An embedded one closes with the last connection to it, so one stays open here from first to
  /// last. It is opened after the migrations: H2 keeps hold of the connection that made a check,
  /// and once that is closed the check fails, until the database has been closed and read anew.
  ///
  /// @throws StartRefusedException if the database does not open, or not up to date
  static OwnerConnections open(DatabaseAccess access) {
    boolean embedded = access.vendor() == DatabaseVendor.H2;
    DriverManagerDataSource dataSource =
        new DriverManagerDataSource(embedded ? access.url() + WITHOUT_TRACE : access.url());
    dataSource.setUsername(access.owner().user());
    dataSource.setPassword(access.owner().password());
    try {
      dataSource.getConnection().close();
      Migrating.bringUpToDate(access, dataSource);
      if (LedgerRefill.isUnfinished(dataSource)) {
        throw new StartRefusedException(
            access.place()
                + " was being put back from a backup, and that was cut short or refused: throw the"
                + " database away and put it back into an empty one");
      }
      return new OwnerConnections(dataSource, embedded ? dataSource.getConnection() : null);
    } catch (SQLException e) {
      throw access.refusal(access.owner(), e);
    }
  }

  /// New connections as the owner.
  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() throws SQLException {
    if (held != null) {
      held.close();
    }
  }
}
