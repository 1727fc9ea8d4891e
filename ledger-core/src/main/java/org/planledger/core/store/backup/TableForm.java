package org.planledger.core.store.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A table with its columns, as the database describes them.
record TableForm(String name, List<String> columns) {

  /// All tables that the ledger has in the schema of a connection, by name; Flyway keeps its own.
  static List<TableForm> all(Connection connection) throws SQLException {
    List<TableForm> tables = new ArrayList<>();
    for (String name : names(connection)) {
      tables.add(new TableForm(name, columns(connection, name)));
    }
    return tables;
  }

  /// Whether there is a table of that name.
  static boolean exists(Connection connection, String table) throws SQLException {
    return names(connection).contains(table);
  }

  private static List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    DatabaseMetaData database = connection.getMetaData();
    try (ResultSet tables =
        database.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!name.startsWith("flyway_")) {
          names.add(name);
        }
      }
    }
    return names.stream().distinct().sorted().toList();
  }

  private static List<String> columns(Connection connection, String table) throws SQLException {
    try (var select = connection.prepareStatement("select * from " + table + " where 1 = 0");
        ResultSet nothing = select.executeQuery()) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= nothing.getMetaData().getColumnCount(); i++) {
        columns.add(nothing.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
      }
      return columns;
    }
  }

  /// The columns by name; `read` is a word of the language elsewhere, but not on our databases.
  String columnList() {
    return String.join(", ", columns);
  }

  String places() {
    return columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
  }
}
