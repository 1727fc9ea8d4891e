package org.planledger.api.settlement;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.planledger.api.settlement.format.QuarantinedRecord;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.DatabaseVendor;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/// What an import writes of a file before the file is there: pages of lines, and records that are
/// no lines.
@Component
final class KeptPages {

  private static final int ROWS_AT_ONCE = 200;

  private final HikariDataSource database;
  private final boolean onServer;

  KeptPages(HikariDataSource database) {
    this.database = database;
    this.onServer = DatabaseVendor.of(database) == DatabaseVendor.POSTGRESQL;
  }

  /// A page as it is stored.
  record StoredPage(int page, int firstLine, int lastLine, int lines, Bytes content) {}

  /// Stores pages and records in one transaction. That it is on disk is not waited for: the file
  /// becomes visible by a later one, which is.
  void store(int file, List<StoredPage> pages, int firstOrdinal, List<QuarantinedRecord> broken) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (onServer) {
          try (var statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
          }
        }
        insertPages(connection, file, pages);
        insertBroken(connection, file, firstOrdinal, broken);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new TransientDataAccessResourceException("Lines could not be stored", e);
    }
  }

  private static void insertPages(Connection connection, int file, List<StoredPage> pages)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into settlement_page (file, page, first_line, last_line, lines, sha256, content)
            values (?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (StoredPage page : pages) {
        insert.setInt(1, file);
        insert.setInt(2, page.page());
        insert.setInt(3, page.firstLine());
        insert.setInt(4, page.lastLine());
        insert.setInt(5, page.lines());
        byte[] content = page.content().toArray();
        insert.setBytes(6, KeptLines.hash(content));
        insert.setBytes(7, content);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void insertBroken(
      Connection connection, int file, int firstOrdinal, List<QuarantinedRecord> broken)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into settlement_quarantine (file, ordinal, line, column_name, reason, detail, raw)
            values (?, ?, ?, ?, ?, ?, ?)
            """)) {
      int ordinal = firstOrdinal;
      for (QuarantinedRecord each : broken) {
        insert.setInt(1, file);
        insert.setInt(2, ordinal++);
        insert.setInt(3, each.number());
        insert.setString(4, each.column().orElse(null));
        insert.setString(5, each.reason().name());
        insert.setString(6, each.detail());
        insert.setString(7, each.raw());
        insert.addBatch();
        if (ordinal % ROWS_AT_ONCE == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
