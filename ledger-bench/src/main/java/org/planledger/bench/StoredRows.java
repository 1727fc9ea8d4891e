package org.planledger.bench;

import java.sql.SQLException;
import javax.sql.DataSource;

/// Looks at what a contender left in the database.
final class StoredRows {

  private final DataSource database;

  StoredRows(DataSource database) {
    this.database = database;
  }

  /// @throws LostCommandsException unless the table has so many rows
  void requireCount(String table, long rows) {
    requireValue("select count(*) from " + table, rows);
  }

  /// @throws LostCommandsException unless the column runs from 1 to the number of rows
  void requireGapless(String table, String column) {
    requireValue(
        "select case when count(*) = 0 or min(%2$s) = 1 and max(%2$s) = count(*)"
                .formatted(table, column)
            + " and count(distinct %2$s) = count(*) then 0 else 1 end from %1$s"
                .formatted(table, column),
        0);
  }

  /// @throws LostCommandsException unless every stream runs from 0 to one below its length
  void requireGaplessStreams(String table, String stream, String sequence) {
    requireValue(
        """
        select count(*) from (
          select %2$s from %1$s group by %2$s
          having min(%3$s) <> 0 or max(%3$s) <> count(*) - 1
              or count(distinct %3$s) <> count(*)) broken
        """
            .formatted(table, stream, sequence),
        0);
  }

  /// @throws LostCommandsException unless the query's answer is this
  void requireValue(String query, long expected) {
    long found = value(query);
    if (found != expected) {
      throw new LostCommandsException(
          "expected %,d and found %,d: %s".formatted(expected, found, query.strip()));
    }
  }

  /// The one number that a query asks for.
  long value(String query) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("what is stored cannot be read: " + e.getMessage(), e);
    }
  }
}
