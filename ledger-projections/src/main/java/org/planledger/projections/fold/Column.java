package org.planledger.projections.fold;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a view's table, and what a row holds there.
public final class Column<R> {

  /// How long a column for text that comes from outside is.
  static final int MAX_TEXT_CHARACTERS = 255;

  private final String name;
  private final int sqlType;
  private final Function<R, @Nullable Object> value;
  private final boolean key;

  private Column(String name, int sqlType, Function<R, @Nullable Object> value, boolean key) {
    this.name = name;
    this.sqlType = sqlType;
    this.value = value;
    this.key = key;
  }

  public static <R> Column<R> uuid(String name, Function<R, UUID> value) {
    return new Column<>(name, Types.OTHER, value::apply, false);
  }

  public static <R> Column<R> optionalUuid(String name, Function<R, Optional<UUID>> value) {
    return new Column<>(name, Types.OTHER, row -> value.apply(row).orElse(null), false);
  }

  /// Text. An event that brings text which a database cannot hold is refused by its handler, and
  /// not by the batch that would take its neighbours down with it.
  public static <R> Column<R> text(String name, Function<R, String> value) {
    return new Column<>(name, Types.VARCHAR, row -> storable(name, value.apply(row)), false);
  }

  public static <R> Column<R> optionalText(String name, Function<R, Optional<String>> value) {
    return new Column<>(
        name,
        Types.VARCHAR,
        row -> value.apply(row).map(text -> storable(name, text)).orElse(null),
        false);
  }

  public static <R> Column<R> constant(String name, Function<R, Enum<?>> value) {
    return new Column<>(name, Types.VARCHAR, row -> value.apply(row).name(), false);
  }

  public static <R> Column<R> optionalConstant(
      String name, Function<R, ? extends Optional<? extends Enum<?>>> value) {
    return new Column<>(
        name, Types.VARCHAR, row -> value.apply(row).map(Enum::name).orElse(null), false);
  }

  public static <R> Column<R> integer(String name, Function<R, Integer> value) {
    return new Column<>(name, Types.INTEGER, value::apply, false);
  }

  public static <R> Column<R> optionalInteger(String name, Function<R, Optional<Integer>> value) {
    return new Column<>(name, Types.INTEGER, row -> value.apply(row).orElse(null), false);
  }

  public static <R> Column<R> number(String name, Function<R, Long> value) {
    return new Column<>(name, Types.BIGINT, value::apply, false);
  }

  public static <R> Column<R> optionalNumber(String name, Function<R, Optional<Long>> value) {
    return new Column<>(name, Types.BIGINT, row -> value.apply(row).orElse(null), false);
  }

  public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
    return new Column<>(name, Types.BOOLEAN, value::apply, false);
  }

  public static <R> Column<R> optionalFlag(String name, Function<R, Optional<Boolean>> value) {
    return new Column<>(name, Types.BOOLEAN, row -> value.apply(row).orElse(null), false);
  }

  public static <R> Column<R> day(String name, Function<R, LocalDate> value) {
    return new Column<>(name, Types.DATE, value::apply, false);
  }

  public static <R> Column<R> optionalDay(String name, Function<R, Optional<LocalDate>> value) {
    return new Column<>(name, Types.DATE, row -> value.apply(row).orElse(null), false);
  }

  /// A moment in whole microseconds, which is what both databases keep.
  public static <R> Column<R> moment(String name, Function<R, Instant> value) {
    return new Column<>(
        name, Types.TIMESTAMP_WITH_TIMEZONE, row -> storable(value.apply(row)), false);
  }

  public static <R> Column<R> optionalMoment(String name, Function<R, Optional<Instant>> value) {
    return new Column<>(
        name,
        Types.TIMESTAMP_WITH_TIMEZONE,
        row -> value.apply(row).map(Column::storable).orElse(null),
        false);
  }

  /// The same column as a part of the primary key.
  public Column<R> key() {
    return new Column<>(name, sqlType, value, true);
  }

  String name() {
    return name;
  }

  boolean isKey() {
    return key;
  }

  /// Throws `IllegalArgumentException` if the database could not hold the value.
  void check(R row) {
    Object unused = value.apply(row);
  }

  void bind(PreparedStatement statement, int index, R row) throws SQLException {
    Object bound = value.apply(row);
    if (bound == null) {
      statement.setNull(index, sqlType);
    } else if (sqlType == Types.OTHER) {
      statement.setObject(index, bound);
    } else {
      statement.setObject(index, bound, sqlType);
    }
  }

  private static String storable(String column, String text) {
    if (text.length() > MAX_TEXT_CHARACTERS) {
      throw new IllegalArgumentException(
          "the text for %s has %d characters, which is more than %d"
              .formatted(column, text.length(), MAX_TEXT_CHARACTERS));
    }
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("the text for " + column + " has a null character");
    }
    return text;
  }

  private static Object storable(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
