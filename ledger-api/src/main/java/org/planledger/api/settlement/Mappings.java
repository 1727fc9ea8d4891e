package org.planledger.api.settlement;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.settlement.MappingRequest.ColumnsRequest;
import org.planledger.api.settlement.MappingRequest.TypeRequest;
import org.planledger.api.settlement.format.ColumnMapping;
import org.planledger.api.settlement.format.TextEncoding;

/// Makes a mapping of a request, or names all that is wrong with it.
final class Mappings {

  private final List<Flaw> flaws = new ArrayList<>();
  private final MappingRequest request;

  private Mappings(MappingRequest request) {
    this.request = request;
  }

  /// The mapping; throws [ProblemException] with all flaws if it is none.
  static ColumnMapping of(MappingRequest request) {
    return new Mappings(request).mapping();
  }

  private ColumnMapping mapping() {
    ColumnsRequest columns = request.columns();
    char decimal = request.decimalMark().orElse(MappingMarks.Decimal.POINT).mark();
    char thousands = request.thousandsMark().orElse(MappingMarks.Thousands.NONE).mark();
    if (decimal == thousands) {
      flaw(
          "/thousandsMark", FlawCode.DOES_NOT_FIT, "the mark before decimal places is another one");
    }
    String pattern = request.datePattern().orElse("yyyy-MM-dd");
    if (!ColumnMapping.isDatePattern(pattern)) {
      flaw(
          "/datePattern",
          FlawCode.BAD_FORMAT,
          "a pattern with a year, a month and a day is expected, such as dd.MM.yyyy");
    }
    ZoneId zone = zone();
    Optional<Currency> currency = currency();
    amounts(columns);
    types(columns);
    numbers(columns);
    if (!flaws.isEmpty()) {
      throw ProblemException.malformed(flaws);
    }
    return new ColumnMapping(
        request.source(),
        request.encoding().orElse(TextEncoding.AUTO),
        request.separator().orElse(MappingMarks.Separator.COMMA).mark(),
        request.quote().orElse(MappingMarks.Quote.DOUBLE).mark(),
        request.skippedRows().orElse(0),
        request.named().orElse(true),
        decimal,
        thousands,
        request.minorUnits().orElse(false),
        pattern,
        zone,
        request.sheet(),
        currency,
        columns(columns),
        request.types().orElse(List.of()).stream()
            .map(type -> new ColumnMapping.NamedType(type.text(), type.type()))
            .toList());
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(request.timeZone().orElse("UTC"));
    } catch (DateTimeException e) {
      flaw(
          "/timeZone",
          FlawCode.UNKNOWN_VALUE,
          "a zone such as Europe/Berlin, or an offset such as +01:00, is expected");
      return ZoneOffset.UTC;
    }
  }

  private Optional<Currency> currency() {
    Optional<Currency> currency =
        request
            .currency()
            .flatMap(
                code ->
                    Currency.getAvailableCurrencies().stream()
                        .filter(known -> known.getCurrencyCode().equals(code))
                        .filter(known -> known.getDefaultFractionDigits() >= 0)
                        .findFirst());
    if (request.currency().isPresent() && currency.isEmpty()) {
      flaw("/currency", FlawCode.UNKNOWN_VALUE, "ISO 4217 has no currency of this code");
    }
    return currency;
  }

  private void amounts(ColumnsRequest columns) {
    boolean sides = columns.debit().isPresent() || columns.credit().isPresent();
    if (columns.gross().isPresent() == sides) {
      flaw(
          "/columns/gross",
          sides ? FlawCode.DOES_NOT_FIT : FlawCode.MISSING,
          "either one column with signed amounts, or debit and credit");
    }
    if (columns.currency().isEmpty() && request.currency().isEmpty()) {
      flaw(
          "/columns/currency",
          FlawCode.MISSING,
          "a column for the currency, or one for all in /currency");
    }
    if (columns.netCurrency().isPresent() && columns.net().isEmpty()) {
      flaw("/columns/net", FlawCode.MISSING, "an amount in another currency needs its own column");
    }
  }

  private void types(ColumnsRequest columns) {
    List<TypeRequest> types = request.types().orElse(List.of());
    if (columns.type().isPresent() == types.isEmpty()) {
      flaw(
          "/types",
          types.isEmpty() ? FlawCode.MISSING : FlawCode.DOES_NOT_FIT,
          "a column for the type and what its texts mean go together");
    }
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < types.size(); i++) {
      if (!texts.add(types.get(i).text().strip().toLowerCase(Locale.ROOT))) {
        flaw(
            "/types/" + i + "/text",
            FlawCode.DUPLICATE_VALUE,
            "this text stands in the list before; upper and lower case make no difference");
      }
    }
  }

  /// Columns without names are named by numbers.
  private void numbers(ColumnsRequest columns) {
    if (!request.named().orElse(true)
        && !columns(columns).all().stream().allMatch(name -> name.matches("[1-9][0-9]{0,4}"))) {
      flaw("/columns", FlawCode.BAD_FORMAT, "columns without names are called 1, 2, 3");
    }
  }

  private static ColumnMapping.Columns columns(ColumnsRequest columns) {
    return new ColumnMapping.Columns(
        columns.id(),
        columns.type(),
        columns.bookedOn(),
        columns.valueOn(),
        columns.gross(),
        columns.debit(),
        columns.credit(),
        columns.currency(),
        columns.fee(),
        columns.net(),
        columns.netCurrency(),
        columns.rate(),
        columns.processorReference(),
        columns.merchantReference(),
        columns.endToEndId(),
        columns.relatedReference(),
        columns.batchId(),
        columns.payoutId(),
        columns.payer(),
        columns.description());
  }

  private void flaw(String pointer, FlawCode code, String detail) {
    flaws.add(Flaw.inBody(pointer, code, detail));
  }
}
