package org.planledger.core.store.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.LedgerStoreException;

/// Fills an empty ledger with the rows of a copy, as the owner of its tables. From the first row
/// until [#end] the database bears a mark, and nobody starts on it.
public final class LedgerRefill implements AutoCloseable {

  /// The table that is there while a ledger is being put back.
  private static final String MARK = "restore_unfinished";

  private static final int ROWS_AT_ONCE = 500;

  /// Hands out the rows of one table, one after the other.
  @FunctionalInterface
  public interface Source {

    /// The next row; none at the end.
    Optional<List<@Nullable Object>> next() throws IOException;
  }

  private final Connection connection;

  private LedgerRefill(Connection connection) {
    this.connection = connection;
  }

  /// Whether a ledger was being put back into this database and never got to the end.
  public static boolean isUnfinished(DataSource owner) {
    try (Connection connection = owner.getConnection()) {
      return hasMark(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Begins to fill a ledger that was migrated and never used.
  ///
  /// @return none if there is something in it already
  public static Optional<LedgerRefill> begin(DataSource owner) {
    try {
      Connection connection = owner.getConnection();
      LedgerRefill refill = new LedgerRefill(connection);
      if (hasMark(connection) || !isEmpty(connection)) {
        refill.close();
        return Optional.empty();
      }
      refill.execute("create table " + MARK + " (since timestamp with time zone)");
      connection.setAutoCommit(false);
      return Optional.of(refill);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// Fills one table in place of what the migrations have put there, and commits.
  ///
  /// @return how many rows it has now
  /// @throws IllegalArgumentException if the table or a column is not known, or a value does not
  ///     fit; the message names the row, from 1
  /// @throws IOException if the source cannot go on
  public long fill(String table, List<String> columns, Source source) throws IOException {
    TableForm form = form(table, columns);
    long rows = 0;
    try {
      if (table.equals("ledger_head") || table.equals("log_state")) {
        execute("delete from " + table);
      }
      String sql =
          "insert into " + table + " (" + form.columnList() + ") values (" + form.places() + ")";
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        List<PlainValue.Kind> kinds = kinds(form);
        for (var row = source.next(); row.isPresent(); row = source.next()) {
          rows++;
          bind(insert, row.get(), kinds, table, rows);
          insert.addBatch();
          if (rows % ROWS_AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
      return rows;
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "%s, up to row %d: the database does not take it: %s"
              .formatted(
                  table, rows, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  /// The ledger is whole: the mark goes.
  public void end() {
    try {
      execute("drop table " + MARK);
      connection.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private TableForm form(String table, List<String> columns) {
    try {
      return TableForm.all(connection).stream()
          .filter(known -> known.name().equals(table) && known.columns().containsAll(columns))
          .findFirst()
          .map(known -> new TableForm(table, columns))
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      table + ": this version has no such table, or not all of its columns"));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private List<PlainValue.Kind> kinds(TableForm form) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "select " + form.columnList() + " from " + form.name() + " where 1 = 0");
        ResultSet nothing = select.executeQuery()) {
      return PlainValue.kinds(nothing.getMetaData());
    }
  }

  private static void bind(
      PreparedStatement insert,
      List<@Nullable Object> row,
      List<PlainValue.Kind> kinds,
      String table,
      long number)
      throws SQLException {
    if (row.size() != kinds.size()) {
      throw new IllegalArgumentException(
          "%s, row %d: it has %d values for %d columns"
              .formatted(table, number, row.size(), kinds.size()));
    }
    for (int i = 0; i < row.size(); i++) {
      try {
        PlainValue.bind(insert, i + 1, row.get(i), kinds.get(i));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s, row %d: %s".formatted(table, number, e.getMessage()), e);
      }
    }
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    for (String table :
        List.of("ledger_event", "ledger_attempt", "ledger_read", "log_checkpoint", "log_key")) {
      if (any(connection, "select 1 from " + table + " limit 1")) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasMark(Connection connection) throws SQLException {
    return TableForm.exists(connection, MARK);
  }

  private static boolean any(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static LedgerStoreException failed(SQLException e) {
    return new LedgerStoreException("The database cannot be filled: " + e.getMessage(), e);
  }
}
