package org.planledger.api.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a table: what it is called, and what a row has there. What a row has not is an empty
/// cell, and null in JSON.
///
/// @param <R> a row
public final class ExportColumn<R> {

  /// What a cell can hold.
  sealed interface Cell {
    /// Words; a form in which they could be taken for a formula guards them.
    record Text(String text) implements Cell {}

    record Whole(long number) implements Cell {}

    /// An amount with the fraction digits of its currency.
    record Decimal(BigDecimal amount) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Nothing() implements Cell {}
  }

  private final String name;
  private final Function<R, Cell> cell;

  private ExportColumn(String name, Function<R, Cell> cell) {
    this.name = name;
    this.cell = cell;
  }

  public static <R> ExportColumn<R> text(String name, Function<R, @Nullable String> value) {
    return of(name, value, Cell.Text::new);
  }

  public static <R> ExportColumn<R> whole(String name, Function<R, @Nullable Long> value) {
    return of(name, value, Cell.Whole::new);
  }

  public static <R> ExportColumn<R> day(String name, Function<R, @Nullable LocalDate> value) {
    return of(name, value, Cell.Day::new);
  }

  /// A moment, in the text of ISO 8601 in UTC.
  public static <R> ExportColumn<R> moment(String name, Function<R, @Nullable Instant> value) {
    return of(name, value, moment -> new Cell.Text(moment.toString()));
  }

  /// An amount as people write it: 15900 minor units of a currency of two digits are 159.00.
  ///
  /// @param minor in minor units
  public static <R> ExportColumn<R> amount(
      String name, Function<R, @Nullable Long> minor, Function<R, Currency> currency) {
    return new ExportColumn<>(
        name,
        row -> {
          Long amount = minor.apply(row);
          return amount == null
              ? new Cell.Nothing()
              : new Cell.Decimal(
                  BigDecimal.valueOf(
                      amount, Math.max(0, currency.apply(row).getDefaultFractionDigits())));
        });
  }

  private static <R, V> ExportColumn<R> of(
      String name, Function<R, @Nullable V> value, Function<V, Cell> cell) {
    return new ExportColumn<>(
        name,
        row -> {
          V present = value.apply(row);
          return present == null ? new Cell.Nothing() : cell.apply(present);
        });
  }

  String name() {
    return name;
  }

  Cell of(R row) {
    return cell.apply(row);
  }
}
