package org.planledger.core.store.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerStoreException;

/// The ledger as it was when its newest checkpoint was made, read in one snapshot while everybody
/// else goes on. What no checkpoint covers yet is left out, so that whatever is in the copy is
/// signed; what can be folded from the ledger again is left out too.
public final class LedgerCopy {

  private static final int ROWS_AT_ONCE = 1000;
  private static final long PAGE_ROWS = 10_000;

  /// A page of settlement lines is as large as a hundred events.
  private static final long IMPORTED_ROWS = 200;

  /// Takes in what is read.
  public interface Sink {

    /// The rows of another table begin.
    void table(String name, List<String> columns) throws IOException;

    /// A row of it: texts, whole numbers, truths and nothing.
    void row(List<@Nullable Object> values) throws IOException;
  }

  /// What the copy holds.
  ///
  /// @param extent how far the logs go in it
  /// @param checkpoint the number of the checkpoint that covers it
  /// @param note its signed text
  public record Copied(Extent extent, long checkpoint, String note) {}

  private final DataSource application;
  private final Predicate<String> derived;

  /// @param application connects as the application's user
  /// @param derived whether a table can be folded from the ledger again
  public LedgerCopy(DataSource application, Predicate<String> derived) {
    this.application = application;
    this.derived = derived;
  }

  /// Reads it.
  ///
  /// @throws LedgerStoreException if there is no checkpoint yet, or the database cannot be read
  /// @throws IOException if the sink cannot take it in
  public Copied read(Sink sink) throws IOException {
    try (Connection connection = application.getConnection()) {
      boolean onServer = DatabaseVendor.of(application) == DatabaseVendor.POSTGRESQL;
      int before = connection.getTransactionIsolation();
      // On H2 this is what makes one snapshot of all tables.
      connection.setTransactionIsolation(
          onServer ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_SERIALIZABLE);
      connection.setAutoCommit(false);
      try {
        return read(connection, sink);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(before);
      }
    } catch (SQLException e) {
      throw new LedgerStoreException("The ledger cannot be read: " + e.getMessage(), e);
    }
  }

  private Copied read(Connection connection, Sink sink) throws SQLException, IOException {
    Copied copied = newest(connection);
    for (TableForm table : TableForm.all(connection)) {
      if (!derived.test(table.name())) {
        sink.table(table.name(), table.columns());
        rows(connection, table, copied.extent(), sink);
      }
    }
    return copied;
  }

  private static Copied newest(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select number, size, attempts, reads, note from log_checkpoint"
                    + " order by number desc limit 1");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new LedgerStoreException("There is no checkpoint yet", null);
      }
      return new Copied(
          new Extent(row.getLong("size"), row.getLong("attempts"), row.getLong("reads")),
          row.getLong("number"),
          row.getString("note"));
    }
  }

  /// The logs end where the checkpoint ends, and so does the head.
  private static void rows(Connection connection, TableForm table, Extent extent, Sink sink)
      throws SQLException, IOException {
    String select = "select " + table.columnList() + " from " + table.name();
    switch (table.name()) {
      case "ledger_event" -> pages(connection, select, "position", extent.events(), sink);
      case "ledger_attempt" -> pages(connection, select, "number", extent.attempts(), sink);
      case "ledger_read" -> pages(connection, select, "number", extent.reads(), sink);
      case "ledger_head" -> rows(connection, head(table, extent), sink);
      case "settlement_page" -> imported(connection, select, "page", "pages", sink);
      case "settlement_quarantine" -> imported(connection, select, "ordinal", "quarantined", sink);
      default -> rows(connection, select, sink);
    }
  }

  /// A statement has a time limit, and H2 holds what it answers in memory.
  private static void pages(
      Connection connection, String select, String number, long last, Sink sink)
      throws SQLException, IOException {
    for (long after = 0; after < last; after += PAGE_ROWS) {
      rows(
          connection,
          "%s where %s between %d and %d order by %s"
              .formatted(select, number, after + 1, Math.min(last, after + PAGE_ROWS), number),
          sink);
    }
  }

  /// Only of files that are whole: what an import is writing will be imported again.
  private static void imported(
      Connection connection, String select, String number, String count, Sink sink)
      throws SQLException, IOException {
    List<Integer> files = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    try (PreparedStatement all =
            connection.prepareStatement(
                "select number, " + count + " from settlement_file order by number");
        ResultSet row = all.executeQuery()) {
      while (row.next()) {
        files.add(row.getInt(1));
        counts.add(row.getLong(2));
      }
    }
    for (int i = 0; i < files.size(); i++) {
      for (long after = 0; after < counts.get(i); after += IMPORTED_ROWS) {
        long last = Math.min(counts.get(i), after + IMPORTED_ROWS);
        rows(
            connection,
            "%s where file = %d and %s between %d and %d order by %s"
                .formatted(select, files.get(i), number, after + 1, last, number),
            sink);
      }
    }
  }

  private static void rows(Connection connection, String sql, Sink sink)
      throws SQLException, IOException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = select.executeQuery()) {
        List<PlainValue.Kind> kinds = PlainValue.kinds(rows.getMetaData());
        while (rows.next()) {
          List<@Nullable Object> values = new ArrayList<>(kinds.size());
          for (int i = 0; i < kinds.size(); i++) {
            values.add(PlainValue.of(rows, i + 1, kinds.get(i)));
          }
          sink.row(values);
        }
      }
    }
  }

  private static String head(TableForm table, Extent extent) {
    List<String> columns = new ArrayList<>();
    for (String column : table.columns()) {
      columns.add(
          switch (column) {
            case "position" -> "cast(" + extent.events() + " as bigint) as position";
            case "attempt" -> "cast(" + extent.attempts() + " as bigint) as attempt";
            case "read" -> "cast(" + extent.reads() + " as bigint) as read";
            default -> column;
          });
    }
    return "select " + String.join(", ", columns) + " from " + table.name();
  }
}
