package org.planledger.api.finance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.moment.Moments;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;
import org.planledger.core.finance.book.PeriodState;
import org.planledger.core.finance.matching.ByHand;
import org.planledger.core.finance.matching.Count;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.FeeFate;
import org.planledger.core.finance.matching.Findings;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.Matching;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.Report;
import org.planledger.core.finance.matching.Totals;
import org.planledger.core.finance.settlement.LineKey;
import org.planledger.core.store.LedgerEvents;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Brings fees and lines together: finds what a run has to look at, has it matched, and keeps or
/// tells what was found.
@Component
@EnableConfigurationProperties(FinanceSettings.class)
final class Reconciler {

  /// How many days before its month ends a line is young: its payout may reach the bank after it.
  private static final int YOUNG_DAYS = 14;

  private final Books books;
  private final KeptFindings found;
  private final KeptPostings postings;
  private final SettlementFiles files;
  private final FeeMovements movements;
  private final LedgerEvents events;
  private final Moments moments;
  private final FinanceSettings settings;

  Reconciler(
      Books books,
      KeptFindings found,
      KeptPostings postings,
      SettlementFiles files,
      FeeMovements movements,
      LedgerEvents events,
      Moments moments,
      FinanceSettings settings) {
    this.books = books;
    this.found = found;
    this.postings = postings;
    this.files = files;
    this.movements = movements;
    this.events = events;
    this.moments = moments;
    this.settings = settings;
  }

  /// What came of a run.
  record Outcome(RunTotals totals, String report) {}

  MatchingRules rules() {
    return settings.rules();
  }

  /// What a run of a month goes by if it is begun now.
  ///
  /// @param cutOff the last position that it is to see; by default the last one recorded by the end
  ///     of the month, or now if it is not over
  /// @param asOf the day by which ages are counted; by default today
  RunInputs inputs(YearMonth period, Optional<Long> cutOff, Optional<LocalDate> asOf) {
    return books.read(
        book -> {
          var before = book.closedBefore(period).map(PeriodClosed::inputs);
          long from = before.map(RunInputs::cutOff).orElse(0L);
          return new RunInputs(
              period,
              from,
              Math.max(from, cutOff.orElseGet(() -> endOf(period))),
              before.map(RunInputs::toFile).orElse(0L),
              files.newest(),
              book.lastAct(),
              asOf.orElseGet(() -> LocalDate.ofInstant(moments.now(), ZoneOffset.UTC)),
              settings.rules().version());
        });
  }

  private long endOf(YearMonth period) {
    var end = period.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return end.isAfter(moments.now()) ? events.head() : events.positionAsOf(end);
  }

  /// Matches, and keeps what is found under a number.
  ///
  /// @param ending whether the program is ending
  Outcome keep(long run, RunInputs inputs, BooleanSupplier ending) {
    var sources = sources(inputs);
    var rules = settings.rules();
    var rows = found.rows(run, inputs, rules, sources.places(), sources.settledBefore(), ending);
    var report = new Report(sources.header(), rules, (_, _, _) -> {});
    var posted =
        new RunPostings(
            postings,
            run,
            inputs,
            books.read(book -> closedRuns(book, inputs.period())),
            sources.places(),
            sources.settledBefore(),
            rows);
    Totals totals = Matching.run(sources.inputs(), rules, both(report, posted));
    rows.finish();
    posted.finish(files);
    String hash = report.finish(totals);
    carry(run, inputs, sources);
    return new Outcome(summary(sources, rows.matches(), rows.exceptions(), totals), hash);
  }

  /// Matches once more and writes the report; throws [JobFailedException] if the rules are not
  /// those
  /// of then.
  String repeat(RunInputs inputs, Report.Sink sink) {
    var rules = settings.rules();
    if (!rules.version().equals(inputs.rules())) {
      throw new JobFailedException(
          "The run went by the rules %s; the rules of today are %s: set the holidays as they were."
              .formatted(inputs.rules(), rules.version()));
    }
    var sources = sources(inputs);
    var report = new Report(sources.header(), rules, sink);
    return report.finish(Matching.run(sources.inputs(), rules, report));
  }

  private RunSources sources(RunInputs inputs) {
    if (!movements.await(inputs.cutOff())) {
      throw new JobFailedException(
          "The movements of fees have not come up to position %d of the ledger yet; try again."
              .formatted(inputs.cutOff()));
    }
    var past =
        books.read(
            book ->
                new Past(
                    book.closedBefore(inputs.period()).map(PeriodClosed::run),
                    closedRuns(book, inputs.period()),
                    Decisions.of(book, inputs)));
    return RunSources.of(
        inputs,
        files,
        taker -> movements.upTo(inputs.cutOff(), taker),
        past.before().map(found::carried).orElse(RunSources.Carried.NOTHING),
        (fees, lines) -> found.closedMatches(past.closedRuns(), fees, lines),
        past.decisions());
  }

  /// What of the books a run goes by.
  private record Past(Optional<Long> before, List<Long> closedRuns, List<ByHand> decisions) {}

  private static List<Long> closedRuns(FinanceBook book, YearMonth before) {
    return book.periods().stream()
        .filter(state -> state.period().isBefore(before))
        .map(PeriodState::closed)
        .flatMap(Optional::stream)
        .map(PeriodClosed::run)
        .toList();
  }

  private void carry(long run, RunInputs inputs, RunSources sources) {
    var fees = new HashSet<String>();
    var lines = new HashSet<LineKey>();
    found.settled(run, fees, lines);
    var young = inputs.period().atEndOfMonth().minusDays(YOUNG_DAYS);
    found.carry(
        run, sources.carried(fees, found.questionedFees(run), lines, found.questioned(run), young));
  }

  private static RunTotals summary(
      RunSources sources, long matches, Map<String, Long> exceptions, Totals totals) {
    long inTransit =
        totals.currencies().values().stream()
            .map(figures -> figures.fees().getOrDefault(FeeFate.IN_TRANSIT, Count.NONE))
            .mapToLong(Count::count)
            .sum();
    return new RunTotals(
        sources.fees(), sources.lines(), matches, inTransit, new TreeMap<>(exceptions));
  }

  private static Findings both(Findings first, Findings second) {
    return new Findings() {
      @Override
      public void match(Match match) {
        first.match(match);
        second.match(match);
      }

      @Override
      public void exception(ExceptionItem item) {
        first.exception(item);
        second.exception(item);
      }

      @Override
      public void line(int file, int number, LineFate fate) {
        first.line(file, number, fate);
        second.line(file, number, fate);
      }
    };
  }
}
