package org.planledger.core.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Binds rows column by column, each as one array, to a PostgreSQL statement.
final class Columns {

  private final PreparedStatement statement;
  private int index;

  Columns(PreparedStatement statement) {
    this.statement = statement;
  }

  /// Three numbers: how many events, attempts and reads the batch holds.
  Columns counts(Batch batch) throws SQLException {
    statement.setLong(++index, batch.events().size());
    statement.setLong(++index, batch.attempts().size());
    statement.setLong(++index, batch.reads().size());
    return this;
  }

  Columns time(Instant instant) throws SQLException {
    Query.bind(statement, ++index, instant);
    return this;
  }

  <R> Columns texts(List<R> rows, Function<R, @Nullable String> value) throws SQLException {
    return array("text", filled(rows, new @Nullable String[rows.size()], value));
  }

  <R> Columns numbers(List<R> rows, Function<R, @Nullable Long> value) throws SQLException {
    return array("int8", filled(rows, new @Nullable Long[rows.size()], value));
  }

  <R> Columns bytes(List<R> rows, Function<R, Bytes> value) throws SQLException {
    return array(
        "bytea",
        filled(rows, new byte @Nullable [rows.size()][], row -> value.apply(row).content()));
  }

  private static <R, V extends @Nullable Object> V[] filled(
      List<R> rows, V[] column, Function<R, V> value) {
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }

  /// Moments travel as microseconds since 1970: the driver would send them as text, and reading
  /// that was a good part of the server's work.
  <R> Columns times(List<R> rows, Function<R, Instant> value) throws SQLException {
    return numbers(rows, row -> ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(row)));
  }

  private Columns array(String elementType, @Nullable Object[] elements) throws SQLException {
    statement.setArray(++index, statement.getConnection().createArrayOf(elementType, elements));
    return this;
  }
}
