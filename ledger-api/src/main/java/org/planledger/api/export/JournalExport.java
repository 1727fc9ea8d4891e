package org.planledger.api.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.JournalLine;
import org.planledger.core.finance.accounts.JournalLine.Side;

/// The journal: one row for each line of an entry. An amount stands on one side, and the other is
/// empty.
final class JournalExport {

  private JournalExport() {}

  /// A line with the entry it belongs to.
  ///
  /// @param number its place in the entry, from 1
  record Row(JournalEntry entry, int number, JournalLine line) {

    static Stream<Row> of(JournalEntry entry) {
      return IntStream.range(0, entry.lines().size())
          .mapToObj(i -> new Row(entry, i + 1, entry.lines().get(i)));
    }

    private @Nullable Long minorOn(Side side) {
      return line.side() == side ? line.minor() : null;
    }
  }

  static final ExportTable<Row> TABLE =
      new ExportTable<>(
          "journal",
          List.of(
              ExportColumn.text("journal_id", row -> row.entry().journalId()),
              ExportColumn.whole("line_no", row -> (long) row.number()),
              ExportColumn.text("period", row -> row.entry().period()),
              ExportColumn.day("posting_date", row -> row.entry().postedOn()),
              ExportColumn.whole("account", row -> (long) row.line().account().number()),
              ExportColumn.text("account_name", row -> row.line().account().title()),
              ExportColumn.amount(
                  "debit", row -> row.minorOn(Side.DEBIT), row -> row.entry().currency()),
              ExportColumn.amount(
                  "credit", row -> row.minorOn(Side.CREDIT), row -> row.entry().currency()),
              ExportColumn.text("currency", row -> row.entry().currency().getCurrencyCode()),
              ExportColumn.text(
                  "plan_id", about(about -> about.planId().map(Object::toString).orElse(null))),
              ExportColumn.text("fee_id", about(about -> about.feeId().orElse(null))),
              ExportColumn.text("event_id", about(about -> about.eventId().orElse(null))),
              ExportColumn.text("source_ref", about(about -> about.sourceRef().orElse(null))),
              ExportColumn.text("text", row -> row.entry().text())));

  private static Function<Row, @Nullable String> about(
      Function<JournalLine.About, @Nullable String> value) {
    return row -> value.apply(row.line().about());
  }
}
