package org.planledger.api.finance.matches;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.planledger.api.export.ExportColumn;
import org.planledger.api.export.ExportForm;
import org.planledger.api.export.ExportTable;
import org.planledger.api.export.HandsOutATable;
import org.planledger.api.export.TableFile;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.RunRow;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.finance.findings.Settled;
import org.planledger.api.finance.sources.OneByOne;
import org.planledger.api.web.Query;
import org.planledger.core.finance.book.HandAct;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.Remainder;
import org.planledger.core.finance.settlement.LineKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hands the matches out as a file: a row for each fee with its line.
@Tag(name = "Finance")
@RestController
final class MatchExport {

  private final Books books;
  private final Runs runs;
  private final KeptRuns runStore;
  private final KeptFindings found;

  MatchExport(Books books, Runs runs, KeptRuns runStore, KeptFindings found) {
    this.books = books;
    this.runs = runs;
    this.runStore = runStore;
    this.found = found;
  }

  /// Of which run the matches are exported, and as what.
  record MatchExportQuery(
      @Schema(description = "The form of the file, whatever `Accept` says.")
          Optional<ExportForm> format,
      @Schema(
              description =
                  "All of this run; by default what counts of every month, so that what a later"
                      + " one looks at anew is told once.")
          @Min(1)
          @Max(Long.MAX_VALUE)
          Optional<Long> run) {}

  /// A fee with its line.
  ///
  /// @param by who matched: a person, or the rules
  /// @param share what this row has of the match; all its rows together have all of it
  /// @param remainder one of those that the match leaves, each in one row
  record Row(
      RunRow run,
      Match match,
      @Nullable String feeId,
      @Nullable LineKey line,
      long share,
      Optional<Remainder> remainder,
      String by) {
    @Nullable Instant at() {
      return run.endedAt().orElse(null);
    }
  }

  private static final ExportTable<Row> TABLE =
      new ExportTable<>(
          "matches",
          List.of(
              ExportColumn.whole("run_id", row -> row.run().number()),
              ExportColumn.text("rules_version", row -> row.run().inputs().rules()),
              ExportColumn.text("match_id", row -> row.match().matchId()),
              ExportColumn.text("fee_id", Row::feeId),
              ExportColumn.text(
                  "line_key",
                  row -> Optional.ofNullable(row.line()).map(LineKey::hex).orElse(null)),
              ExportColumn.whole("amount_minor", Row::share),
              ExportColumn.text(
                  "currency", row -> row.match().matched().currency().getCurrencyCode()),
              ExportColumn.text("rule_id", row -> row.match().ruleId()),
              ExportColumn.whole("confidence", row -> (long) row.match().score()),
              ExportColumn.text("reason", row -> row.match().reason()),
              ExportColumn.whole(
                  "remainder_minor",
                  row -> row.remainder().map(left -> left.amount().minor()).orElse(null)),
              ExportColumn.text(
                  "remainder_account",
                  row -> row.remainder().map(Remainder::account).map(Enum::name).orElse(null)),
              ExportColumn.text("matched_by", Row::by),
              ExportColumn.moment("matched_at", Row::at)));

  @Operation(
      operationId = "exportMatches",
      summary = "Every fee with the line it was matched with, as CSV, XLSX or lines of JSON")
  @HandsOutATable
  @GetMapping(
      path = "/v1/exports/matches",
      produces = {ExportForm.CSV_TYPE, ExportForm.XLSX_TYPE, ExportForm.JSONL_TYPE})
  void matches(@Query MatchExportQuery query, HttpServletRequest http, HttpServletResponse response)
      throws IOException {
    var of =
        query.run().map(number -> List.of(runs.ended(number).number())).orElseGet(runs::standing);
    var rows = of.stream().flatMap(run -> runStore.find(run).stream()).toList();
    long position = rows.stream().mapToLong(run -> run.inputs().cutOff()).max().orElse(0);
    long newest = rows.isEmpty() ? 0 : rows.getLast().number();
    var byHand = byHand();
    TableFile.answer(
        http,
        response,
        query.format(),
        position,
        TABLE,
        OneByOne.stream(
            OneByOne.of(
                rows.iterator(),
                run ->
                    OneByOne.of(
                        found
                            .allMatches(List.of(run.number()))
                            .filter(row -> run.number() == newest || !row.match().isUnsettled())
                            .iterator(),
                        row -> rows(run, row.match(), byHand).iterator()))));
  }

  /// Who has matched by hand, by fees and lines.
  private Map<String, String> byHand() {
    var actors = new HashMap<String, String>();
    books.read(
        book -> {
          for (var act : book.acts(Long.MAX_VALUE)) {
            if (act instanceof HandAct.Match(_, var event, var actor)) {
              actors.put(Settled.of(event.fees(), event.lines()), actor);
            }
          }
          return actors;
        });
    return actors;
  }

  private static Stream<Row> rows(RunRow run, Match match, Map<String, String> byHand) {
    String by = byHand.getOrDefault(Settled.of(match), "rules");
    var shares = match.shares();
    var left = match.remainders();
    return IntStream.range(0, Math.max(shares.size(), left.size()))
        .mapToObj(
            i ->
                new Row(
                    run,
                    match,
                    at(match.feeIds(), i),
                    at(match.lines(), i),
                    i < shares.size() ? shares.get(i) : 0,
                    i < left.size() ? Optional.of(left.get(i)) : Optional.empty(),
                    by));
  }

  private static <T> @Nullable T at(List<T> list, int index) {
    if (index < list.size()) {
      return list.get(index);
    }
    return list.size() == 1 ? list.getFirst() : null;
  }
}
