package org.planledger.api.settlement.rehearsal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.planledger.api.settlement.format.ColumnMapping;
import org.planledger.api.settlement.format.TextEncoding;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;

/// The columns of rehearsals in CSV and XLSX, and the mapping that explains them.
public final class RehearsalMapping {

  static final List<String> COLUMNS =
      List.of(
          "Id",
          "Type",
          "Booked",
          "Value",
          "Gross",
          "Currency",
          "Fee",
          "Net",
          "Net currency",
          "Rate",
          "Processor",
          "Merchant",
          "End to end",
          "Related",
          "Batch",
          "Payout",
          "Payer",
          "Text");

  private RehearsalMapping() {}

  /// The mapping.
  public static ColumnMapping mapping() {
    return new ColumnMapping(
        "rehearsal",
        TextEncoding.AUTO,
        ';',
        '"',
        0,
        true,
        ',',
        (char) 0,
        false,
        "dd.MM.yyyy",
        ZoneOffset.UTC,
        Optional.empty(),
        Optional.empty(),
        columns(),
        Arrays.stream(LineType.values())
            .map(type -> new ColumnMapping.NamedType(type.name(), type))
            .toList());
  }

  private static ColumnMapping.Columns columns() {
    return new ColumnMapping.Columns(
        Optional.of("Id"),
        Optional.of("Type"),
        "Booked",
        Optional.of("Value"),
        Optional.of("Gross"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("Currency"),
        Optional.of("Fee"),
        Optional.of("Net"),
        Optional.of("Net currency"),
        Optional.of("Rate"),
        Optional.of("Processor"),
        Optional.of("Merchant"),
        Optional.of("End to end"),
        Optional.of("Related"),
        Optional.of("Batch"),
        Optional.of("Payout"),
        Optional.of("Payer"),
        Optional.of("Text"));
  }

  /// A line in the order of the columns.
  ///
  /// @param day how a day is written
  /// @param amount how an amount is written that has a decimal point
  static List<String> cells(
      SettlementLine line,
      Function<LocalDate, String> day,
      Function<String, String> amount,
      boolean unreadable) {
    return Stream.of(
            Written.id(line),
            line.type().name(),
            day.apply(line.bookedOn()),
            line.valueOn().map(day).orElse(""),
            unreadable ? Written.NO_AMOUNT : amount.apply(Written.amount(line.gross())),
            line.gross().currency().getCurrencyCode(),
            amount.apply(Written.amount(line.feeMinor(), line.net().currency())),
            amount.apply(Written.amount(line.net())),
            line.net().currency().getCurrencyCode(),
            line.rate().map(BigDecimal::toPlainString).map(amount).orElse(""),
            line.processorReference().orElse(""),
            line.merchantReference().orElse(""),
            line.endToEndId().orElse(""),
            line.relatedReference().orElse(""),
            line.batchId().orElse(""),
            line.payoutId().orElse(""),
            line.payer().orElse(""),
            line.description().orElse(""))
        .toList();
  }
}
