package org.planledger.api.settlement.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.LineType;
import org.planledger.core.finance.settlement.SettlementLine;
import org.planledger.core.terms.Money;

/// A table whose columns somebody has explained.
final class MappedAdapter implements TableAdapter {

  private final ColumnMapping mapping;
  private final TableHead head;
  private final ColumnMapping.Columns columns;
  private final DecimalForm decimals;
  private final MappedDays days;
  private final Map<String, LineType> types = new HashMap<>();

  /// @param from1904 whether a workbook counts its days from 1904
  MappedAdapter(SettlementFormat format, ColumnMapping mapping, TableHead head, boolean from1904) {
    this.mapping = mapping;
    this.head = head;
    this.columns = mapping.columns();
    this.decimals = new DecimalForm(mapping.decimal(), mapping.thousands());
    this.days = new MappedDays(mapping.datePattern(), mapping.zone(), from1904);
    mapping.types().forEach(named -> types.put(key(named.text()), named.type()));
    List<String> wanted = columns.all();
    Heads.require(format, head, wanted);
  }

  @Override
  public SettlementLine line(TableRow row, LineKeys keys) {
    Cells cells = new Cells(row, head);
    Currency paidIn = currency(cells, columns.currency());
    Currency settled =
        columns.netCurrency().isPresent() ? currency(cells, columns.netCurrency()) : paidIn;
    long gross = gross(cells, paidIn);
    long fee = amount(cells, columns.fee(), settled).orElse(0L);
    long net = net(cells, settled, gross, fee, paidIn);
    LineDraft draft =
        new LineDraft(
            type(cells, gross),
            day(cells, columns.bookedOn())
                .orElseThrow(() -> missing(columns.bookedOn(), "every line has a day")),
            new Money(gross, paidIn),
            fee,
            new Money(net, settled));
    draft.valueOn = columns.valueOn().flatMap(column -> day(cells, column));
    if (!paidIn.equals(settled)) {
      draft.rate =
          rate(cells).or(() -> LineDraft.rateOf(gross, paidIn, Math.addExact(net, fee), settled));
    }
    draft.processorReference = reference(cells, columns.processorReference());
    draft.merchantReference = reference(cells, columns.merchantReference());
    draft.endToEndId = reference(cells, columns.endToEndId());
    draft.relatedReference = reference(cells, columns.relatedReference());
    draft.batchId = reference(cells, columns.batchId());
    draft.payoutId = reference(cells, columns.payoutId());
    draft.payer = columns.payer().flatMap(column -> cells.prose(head.column(column)));
    draft.description = columns.description().flatMap(column -> cells.prose(head.column(column)));
    String raw = cells.raw();
    LineKey key = columns.id().isPresent() ? ofId(cells, keys) : keys.ofText(raw);
    return draft.line(row.number(), key, raw);
  }

  private LineKey ofId(Cells cells, LineKeys keys) {
    return keys.ofId(cells.required(head.column(columns.id().orElseThrow())).strip());
  }

  private long gross(Cells cells, Currency currency) {
    if (columns.gross().isPresent()) {
      return amount(cells, columns.gross(), currency)
          .orElseThrow(() -> missing(columns.gross().get(), "every line has an amount"));
    }
    Optional<Long> debit = amount(cells, columns.debit(), currency);
    Optional<Long> credit = amount(cells, columns.credit(), currency);
    if (debit.isEmpty() && credit.isEmpty()) {
      throw missing(columns.credit().orElse("credit"), "neither a debit nor a credit stands here");
    }
    if (debit.orElse(0L) < 0 || credit.orElse(0L) < 0) {
      throw BrokenRecordException.of(
          QuarantineReason.WRONG_SIGN, "a column for one direction has no amounts below zero");
    }
    return credit.orElse(0L) - debit.orElse(0L);
  }

  private long net(Cells cells, Currency settled, long gross, long fee, Currency paidIn) {
    Optional<Long> net = amount(cells, columns.net(), settled);
    if (net.isEmpty() && !settled.equals(paidIn)) {
      throw missing(
          columns.net().orElse("net"),
          "an amount in another currency has to be told, not computed");
    }
    return net.orElse(gross - fee);
  }

  private Optional<Long> amount(Cells cells, Optional<String> name, Currency currency) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    int column = head.column(name.get());
    String text = cells.text(column);
    if (text.isBlank()) {
      return Optional.empty();
    }
    String plain = text;
    DecimalForm form = decimals;
    if (cells.row().isNumber(column)) {
      plain = Cell.number(text, name.get()).toPlainString();
      form = DecimalForm.PLAIN;
    }
    if (mapping.inMinorUnits()) {
      plain = inMajorUnits(form.minor(plain, WITHOUT_PLACES, name.get()), currency);
      form = DecimalForm.PLAIN;
    }
    return Optional.of(form.minor(plain, currency, name.get()));
  }

  /// A currency without decimal places, so that what is read is the whole number itself.
  private static final Currency WITHOUT_PLACES = Currency.getInstance("JPY");

  private static String inMajorUnits(long minor, Currency currency) {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  private Currency currency(Cells cells, Optional<String> column) {
    return column
        .map(name -> cells.currency(head.column(name)))
        .or(mapping::currency)
        .orElseThrow(() -> missing("currency", "the mapping names no currency"));
  }

  private LineType type(Cells cells, long gross) {
    Optional<String> named =
        columns.type().map(column -> cells.text(head.column(column))).filter(t -> !t.isBlank());
    if (named.isEmpty()) {
      return gross < 0 ? LineType.REFUND : LineType.PAYMENT;
    }
    LineType type = types.get(key(named.get()));
    if (type == null) {
      throw BrokenRecordException.in(
          columns.type().orElseThrow(),
          QuarantineReason.UNKNOWN_CODE,
          "the mapping does not say what \"%s\" means".formatted(Texts.shown(named.get())));
    }
    return type;
  }

  private Optional<LocalDate> day(Cells cells, String name) {
    int column = head.column(name);
    String text = cells.text(column);
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        cells.row().isNumber(column) ? days.ofSerial(text, name) : days.of(text, name));
  }

  private Optional<BigDecimal> rate(Cells cells) {
    return columns
        .rate()
        .map(name -> cells.text(head.column(name)))
        .filter(text -> !text.isBlank())
        .map(text -> Rates.of(text, columns.rate().orElseThrow(), mapping.decimal()));
  }

  private Optional<String> reference(Cells cells, Optional<String> column) {
    return column.flatMap(name -> cells.reference(head.column(name)));
  }

  private static BrokenRecordException missing(String column, String detail) {
    return BrokenRecordException.in(column, QuarantineReason.MISSING, detail);
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
