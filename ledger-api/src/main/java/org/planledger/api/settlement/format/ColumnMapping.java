package org.planledger.api.settlement.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineType;

/// What the columns of somebody's table mean.
///
/// @param source the system that the lines come from: part of their keys, so it never changes
/// @param encoding how the characters are written
/// @param separator what stands between two fields
/// @param quote around fields that hold a separator; 0 for none
/// @param skippedRows how many rows stand before the head
/// @param named whether the columns have names; otherwise they are called 1, 2, 3
/// @param decimal the mark before the decimal places
/// @param thousands the mark between groups of digits; 0 for none
/// @param inMinorUnits whether amounts are written in minor units, as whole numbers
/// @param datePattern how days are written, in the letters of `java.time`
/// @param zone in which moments are on which day
/// @param sheet of a workbook; the first if none is named
/// @param currency of all amounts that have no column for it
/// @param columns which column is what
/// @param types what the texts in the column for the type mean
public record ColumnMapping(
    String source,
    TextEncoding encoding,
    char separator,
    char quote,
    int skippedRows,
    boolean named,
    char decimal,
    char thousands,
    boolean inMinorUnits,
    String datePattern,
    ZoneId zone,
    Optional<String> sheet,
    Optional<Currency> currency,
    Columns columns,
    List<NamedType> types) {

  /// Copies the list.
  public ColumnMapping {
    types = List.copyOf(types);
  }

  /// Whether days can be read by a pattern.
  public static boolean isDatePattern(String pattern) {
    try {
      DateTimeFormatter form = MappedDays.formatter(pattern);
      LocalDate day = LocalDate.of(2026, 11, 28);
      String written = form.format(day.atTime(13, 5).atZone(ZoneOffset.UTC));
      return form.parse(written, LocalDate::from).equals(day);
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  /// A text in the column for the type, and what it means.
  public record NamedType(String text, LineType type) {}

  /// Which column is what, by name.
  ///
  /// @param id an id that no other line of the source has
  /// @param type what the line is about; by the sign of its amount where there is no such column
  /// @param gross what was paid; or in `debit` and `credit`, apart
  /// @param fee what was kept; nothing where there is no such column
  /// @param net what arrives; gross less fee where there is no such column
  public record Columns(
      Optional<String> id,
      Optional<String> type,
      String bookedOn,
      Optional<String> valueOn,
      Optional<String> gross,
      Optional<String> debit,
      Optional<String> credit,
      Optional<String> currency,
      Optional<String> fee,
      Optional<String> net,
      Optional<String> netCurrency,
      Optional<String> rate,
      Optional<String> processorReference,
      Optional<String> merchantReference,
      Optional<String> endToEndId,
      Optional<String> relatedReference,
      Optional<String> batchId,
      Optional<String> payoutId,
      Optional<String> payer,
      Optional<String> description) {

    /// All that are named.
    public List<String> all() {
      return java.util.stream.Stream.of(
              id,
              type,
              Optional.of(bookedOn),
              valueOn,
              gross,
              debit,
              credit,
              currency,
              fee,
              net,
              netCurrency,
              rate,
              processorReference,
              merchantReference,
              endToEndId,
              relatedReference,
              batchId,
              payoutId,
              payer,
              description)
          .flatMap(Optional::stream)
          .toList();
    }
  }
}
