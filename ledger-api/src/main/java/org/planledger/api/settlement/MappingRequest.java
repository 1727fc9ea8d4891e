package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.planledger.api.settlement.format.TextEncoding;
import org.planledger.core.finance.settlement.LineType;

/// Explains the columns of somebody's table.
record MappingRequest(
    @Schema(
            description =
                "The system that the lines come from. It is part of what a line is known by, so it"
                    + " never changes.")
        @Size(max = 40)
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}", message = "small letters, digits and hyphens")
        String source,
    @Schema(description = "Of a CSV file; left out or `AUTO`, by its byte order mark or UTF-8.")
        Optional<TextEncoding> encoding,
    @Schema(description = "Between two fields; a comma if left out.")
        Optional<MappingMarks.Separator> separator,
    @Schema(description = "Around fields that hold a separator; `DOUBLE` if left out.")
        Optional<MappingMarks.Quote> quote,
    @Schema(description = "How many rows stand before the head; none if left out.")
        @Min(0)
        @Max(100)
        Optional<Integer> skippedRows,
    @Schema(
            description =
                "Whether the first row has the names of the columns; if not, they are called 1, 2,"
                    + " 3. Left out, it has.")
        Optional<Boolean> named,
    @Schema(description = "Before the decimal places; `POINT` if left out.")
        Optional<MappingMarks.Decimal> decimalMark,
    @Schema(description = "Between groups of three digits; `NONE` if left out.")
        Optional<MappingMarks.Thousands> thousandsMark,
    @Schema(description = "Whether amounts are whole minor units; left out, they are not.")
        Optional<Boolean> minorUnits,
    @Schema(
            description =
                "How days or moments are written, such as `dd.MM.yyyy` or `yyyy-MM-dd HH:mm:ssXXX`."
                    + " Day numbers of a workbook need no pattern. Left out, `yyyy-MM-dd`.")
        @Size(max = 60)
        Optional<String> datePattern,
    @Schema(
            description =
                "In which zone a moment with an offset from UTC is on which day; `UTC` if left out.")
        @Size(max = 60)
        Optional<String> timeZone,
    @Schema(description = "The sheet of a workbook; the first if left out.") @Size(max = 31)
        Optional<String> sheet,
    @Schema(description = "Of all amounts, where no column tells it.")
        @Size(max = 3)
        @Pattern(regexp = "[A-Z]{3}", message = "a currency by its three capital letters")
        Optional<String> currency,
    @Schema(description = "Which column is what.") ColumnsRequest columns,
    @Schema(description = "What the texts in the column for the type mean.") @Size(max = 100)
        Optional<List<TypeRequest>> types) {

  /// A text in the column for the type, and what it means.
  record TypeRequest(@Size(max = 100) String text, LineType type) {}

  /// Which column is what, by name, or by number where columns have none.
  record ColumnsRequest(
      @Schema(description = "An id that no other line of the source has.") @Size(max = 200)
          Optional<String> id,
      @Schema(description = "What the line is about; by its sign if left out.") @Size(max = 200)
          Optional<String> type,
      @Size(max = 200) String bookedOn,
      @Size(max = 200) Optional<String> valueOn,
      @Schema(description = "What was paid, with its sign; or else `debit` and `credit`.")
          @Size(max = 200)
          Optional<String> gross,
      @Size(max = 200) Optional<String> debit,
      @Size(max = 200) Optional<String> credit,
      @Schema(description = "Of `gross`; or else one for all in `currency` of the mapping.")
          @Size(max = 200)
          Optional<String> currency,
      @Size(max = 200) Optional<String> fee,
      @Schema(description = "Left out, it is gross less fee.") @Size(max = 200)
          Optional<String> net,
      @Schema(description = "Of `fee` and `net`, where it may be another one.") @Size(max = 200)
          Optional<String> netCurrency,
      @Size(max = 200) Optional<String> rate,
      @Size(max = 200) Optional<String> processorReference,
      @Size(max = 200) Optional<String> merchantReference,
      @Size(max = 200) Optional<String> endToEndId,
      @Size(max = 200) Optional<String> relatedReference,
      @Size(max = 200) Optional<String> batchId,
      @Size(max = 200) Optional<String> payoutId,
      @Size(max = 200) Optional<String> payer,
      @Size(max = 200) Optional<String> description) {}
}
