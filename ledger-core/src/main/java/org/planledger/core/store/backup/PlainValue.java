package org.planledger.core.store.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value of a column as text, number or truth, in the same form on every database: moments in
/// ISO 8601, bytes in Base64.
final class PlainValue {

  private PlainValue() {}

  /// A column's type, as far as it matters here.
  enum Kind {
    NUMBER,
    TRUTH,
    BYTES,
    MOMENT,
    DAY,
    ID,
    TEXT;

    private static Kind of(int sqlType, String typeName) {
      // H2 calls an id binary, PostgreSQL calls it something else.
      if (typeName.equalsIgnoreCase("uuid")) {
        return ID;
      }
      return switch (sqlType) {
        case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> NUMBER;
        case Types.BOOLEAN, Types.BIT -> TRUTH;
        case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> BYTES;
        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
        case Types.DATE -> DAY;
        default -> TEXT;
      };
    }
  }

  /// The kinds of the columns of a result.
  static List<Kind> kinds(ResultSetMetaData columns) throws SQLException {
    List<Kind> kinds = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      kinds.add(Kind.of(columns.getColumnType(i), columns.getColumnTypeName(i)));
    }
    return kinds;
  }

  /// What a column of the row in hand holds.
  ///
  /// @return null, a text, a whole number or a truth
  static @Nullable Object of(ResultSet row, int column, Kind kind) throws SQLException {
    Object plain =
        switch (kind) {
          case NUMBER -> row.getLong(column);
          case TRUTH -> row.getBoolean(column);
          case BYTES -> text(row.getBytes(column));
          case MOMENT -> text(row.getObject(column, OffsetDateTime.class));
          case DAY, ID, TEXT -> row.getString(column);
        };
    return row.wasNull() ? null : plain;
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }

  private static @Nullable String text(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant().toString();
  }

  /// Binds a plain value for a column of a kind.
  ///
  /// @throws IllegalArgumentException if the column cannot hold it
  static void bind(PreparedStatement statement, int index, @Nullable Object plain, Kind kind)
      throws SQLException {
    try {
      switch (kind) {
        case NUMBER -> statement.setObject(index, (Long) plain, Types.BIGINT);
        case TRUTH -> statement.setObject(index, (Boolean) plain, Types.BOOLEAN);
        case BYTES -> statement.setBytes(index, plain == null ? null : bytes(plain));
        case MOMENT ->
            statement.setObject(
                index, plain == null ? null : moment(plain), Types.TIMESTAMP_WITH_TIMEZONE);
        case DAY -> statement.setObject(index, plain == null ? null : day(plain), Types.DATE);
        case ID -> statement.setObject(index, plain == null ? null : id(plain), Types.OTHER);
        case TEXT -> statement.setString(index, (String) plain);
      }
    } catch (ClassCastException | DateTimeException e) {
      throw new IllegalArgumentException("this is no " + kind + ": " + plain, e);
    }
  }

  private static byte[] bytes(Object plain) {
    return Base64.getDecoder().decode((String) plain);
  }

  private static OffsetDateTime moment(Object plain) {
    return OffsetDateTime.parse((String) plain).withOffsetSameInstant(ZoneOffset.UTC);
  }

  private static LocalDate day(Object plain) {
    return LocalDate.parse((String) plain);
  }

  private static UUID id(Object plain) {
    return UUID.fromString((String) plain);
  }
}
