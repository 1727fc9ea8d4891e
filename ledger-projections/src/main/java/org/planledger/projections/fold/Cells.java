package org.planledger.projections.fold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The columns of the row that a result stands on, by name and in the types of a view.
public final class Cells {

  private final ResultSet result;

  public Cells(ResultSet result) {
    this.result = result;
  }

  public UUID uuid(String column) throws SQLException {
    return present(column, result.getObject(column, UUID.class));
  }

  public Optional<UUID> optionalUuid(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, UUID.class));
  }

  public String text(String column) throws SQLException {
    return present(column, result.getString(column));
  }

  public Optional<String> optionalText(String column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
    return Enum.valueOf(type, text(column));
  }

  public <E extends Enum<E>> Optional<E> optionalConstant(String column, Class<E> type)
      throws SQLException {
    return optionalText(column).map(name -> Enum.valueOf(type, name));
  }

  public int integer(String column) throws SQLException {
    return present(column, result.getObject(column, Integer.class));
  }

  public Optional<Integer> optionalInteger(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, Integer.class));
  }

  public long number(String column) throws SQLException {
    return present(column, result.getObject(column, Long.class));
  }

  public Optional<Long> optionalNumber(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, Long.class));
  }

  public boolean flag(String column) throws SQLException {
    return present(column, result.getObject(column, Boolean.class));
  }

  public Optional<Boolean> optionalFlag(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, Boolean.class));
  }

  public LocalDate day(String column) throws SQLException {
    return present(column, result.getObject(column, LocalDate.class));
  }

  public Optional<LocalDate> optionalDay(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, LocalDate.class));
  }

  public Instant moment(String column) throws SQLException {
    return present(column, result.getObject(column, OffsetDateTime.class)).toInstant();
  }

  public Optional<Instant> optionalMoment(String column) throws SQLException {
    return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static <T> T present(String column, @Nullable T value) throws SQLException {
    if (value == null) {
      throw new SQLException("the column " + column + " is empty, which it never should be");
    }
    return value;
  }
}
