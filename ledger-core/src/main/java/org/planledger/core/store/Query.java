package org.planledger.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A statement with its parameters, run on a connection of its own that commits by itself.
final class Query {

  /// Makes a row of ours from the row a result stands on.
  @FunctionalInterface
  interface RowReader<R> {
    R read(ResultSet result) throws SQLException;
  }

  private final DataSource dataSource;
  private final String sql;
  private final @Nullable Object[] parameters;

  Query(DataSource dataSource, String sql, @Nullable Object... parameters) {
    this.dataSource = dataSource;
    this.sql = sql;
    this.parameters = parameters;
  }

  <R> List<R> list(RowReader<R> reader) {
    return run(
        statement -> {
          List<R> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(reader.read(result));
            }
          }
          return rows;
        });
  }

  <R> Optional<R> first(RowReader<R> reader) {
    return list(reader).stream().findFirst();
  }

  int update() {
    return run(PreparedStatement::executeUpdate);
  }

  private interface Execution<R> {
    R on(PreparedStatement statement) throws SQLException;
  }

  private <R> R run(Execution<R> execution) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        bind(statement, i + 1, parameters[i]);
      }
      return execution.on(statement);
    } catch (SQLException e) {
      throw new LedgerStoreException("The database could not answer: " + e.getMessage(), e);
    }
  }

  /// Binds one value of the few kinds that our tables hold.
  static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case Bytes bytes -> statement.setBytes(index, bytes.content());
      case Enum<?> constant -> statement.setString(index, constant.name());
      case null, default -> statement.setObject(index, value);
    }
  }

  static Instant instant(ResultSet result, String column) throws SQLException {
    return result.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Bytes bytes(ResultSet result, String column) throws SQLException {
    return Bytes.of(result.getBytes(column));
  }

  static @Nullable Long number(ResultSet result, String column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? null : value;
  }
}
