package org.planledger.api.finance.runs;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.books.FinanceSettings;
import org.planledger.api.finance.findings.KeptCarried;
import org.planledger.api.finance.findings.KeptCarried.Carried;
import org.planledger.api.finance.findings.KeptClosedMatches;
import org.planledger.api.finance.findings.KeptFindings;
import org.planledger.api.finance.findings.KeptPostings;
import org.planledger.api.finance.findings.KeptRowWriter;
import org.planledger.api.finance.runs.MeantFees.LookingUp;
import org.planledger.api.finance.runs.RunProgress.Phase;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.api.finance.sources.SettlementFiles;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.moment.Moments;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceEvent.RunTotals;
import org.planledger.core.finance.matching.ByHand;
import org.planledger.core.finance.matching.Count;
import org.planledger.core.finance.matching.ExceptionItem;
import org.planledger.core.finance.matching.FeeFate;
import org.planledger.core.finance.matching.Findings;
import org.planledger.core.finance.matching.LineFate;
import org.planledger.core.finance.matching.Match;
import org.planledger.core.finance.matching.Matching;
import org.planledger.core.finance.matching.MatchingRules;
import org.planledger.core.finance.matching.OpenPayout;
import org.planledger.core.finance.matching.Report;
import org.planledger.core.finance.matching.Totals;
import org.planledger.core.store.LedgerEvents;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Brings fees and lines together: finds what a run has to look at, has it matched, and keeps or
/// tells what was found.
@Component
@EnableConfigurationProperties(FinanceSettings.class)
public final class Reconciler {

  private final Books books;
  private final Decisions decisions;
  private final KeptFindings found;
  private final KeptPostings postings;
  private final KeptCarried carried;
  private final KeptClosedMatches closed;
  private final HikariDataSource database;
  private final SettlementFiles files;
  private final FeeMovements movements;
  private final LedgerEvents events;
  private final Moments moments;
  private final FinanceSettings settings;

  Reconciler(
      Books books,
      Decisions decisions,
      KeptFindings found,
      KeptPostings postings,
      KeptCarried carried,
      KeptClosedMatches closed,
      HikariDataSource database,
      SettlementFiles files,
      FeeMovements movements,
      LedgerEvents events,
      Moments moments,
      FinanceSettings settings) {
    this.books = books;
    this.decisions = decisions;
    this.found = found;
    this.postings = postings;
    this.carried = carried;
    this.closed = closed;
    this.database = database;
    this.files = files;
    this.movements = movements;
    this.events = events;
    this.moments = moments;
    this.settings = settings;
  }

  /// What came of a run.
  record Outcome(RunTotals totals, String report) {}

  /// The rules that a run of now would go by.
  public MatchingRules rules() {
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
          var closed = book.closedBefore(period);
          var before = closed.map(PeriodClosed::inputs);
          long from = before.map(RunInputs::cutOff).orElse(0L);
          return new RunInputs(
              period,
              closed.map(PeriodClosed::run).orElse(0L),
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
  Outcome keep(long run, RunInputs inputs, RunProgress progress, BooleanSupplier ending) {
    var sources = sources(inputs, progress);
    var rules = settings.rules();
    try (var writer = new KeptRowWriter(database)) {
      var rows =
          found.rows(writer, run, inputs, rules, sources.lines(), sources.settledBefore(), ending);
      var posted = postings(run, inputs, sources, rows);
      var report = new Report(sources.header(), rules, (_, _, _) -> {});
      Totals totals = Matching.run(sources.inputs(), rules, both(report, posted, sources));
      rows.finish();
      String hash = report.finish(totals);
      carried.keep(run, sources.fees(), sources.lines(), sources.payouts(), writer);
      posted.finish(files);
      progress.begin(Phase.WRITING, OptionalLong.of(writer.added()), writer::written);
      writer.finish();
      return new Outcome(summary(sources, rows.matches(), rows.exceptions(), totals), hash);
    }
  }

  private RunPostings postings(long run, RunInputs inputs, RunSources sources, Findings next) {
    return new RunPostings(
        postings, run, inputs, sources.left(), sources.lines(), sources.settledBefore(), next);
  }

  /// Matches once more and writes the report; throws [JobFailedException] if the rules are not
  /// those of then.
  String repeat(RunInputs inputs, RunProgress progress, Report.Sink sink) {
    var rules = settings.rules();
    if (!rules.version().equals(inputs.rules())) {
      throw new JobFailedException(
          "The run went by the rules %s; the rules of today are %s: set the holidays as they were."
              .formatted(inputs.rules(), rules.version()));
    }
    var sources = sources(inputs, progress);
    var report = new Report(sources.header(), rules, sink);
    return report.finish(Matching.run(sources.inputs(), rules, report));
  }

  /// The same, where nobody looks how far it is.
  String repeat(RunInputs inputs, Report.Sink sink) {
    return repeat(inputs, new RunProgress(moments::now), sink);
  }

  private RunSources sources(RunInputs inputs, RunProgress progress) {
    return sources(inputs, progress, LookingUp.STANDARD);
  }

  /// All that a run looks at.
  ///
  /// @param lookingUp when fees of long ago are looked up one by one
  RunSources sources(RunInputs inputs, RunProgress progress, LookingUp lookingUp) {
    if (!movements.await(inputs.cutOff())) {
      throw new JobFailedException(
          "The movements of fees have not come up to position %d of the ledger yet; try again."
              .formatted(inputs.cutOff()));
    }
    var past =
        books.read(
            book ->
                new Past(
                    closings(book, inputs),
                    book.explainedBefore(inputs),
                    decisions.of(book, inputs)));
    var closedRuns = past.closings().stream().map(PeriodClosed::run).toList();
    return new RunSources(
        inputs,
        files,
        movements,
        new RunSources.Past(
            closedRuns.isEmpty() ? Carried.NOTHING : carried.of(closedRuns.getLast()),
            (fees, keys, isThere, taker) -> closed.tell(closedRuns, fees, keys, isThere, taker),
            new LeftStandings(postings, closedRuns),
            past.explained(),
            past.decisions()),
        lookingUp,
        progress);
  }

  /// What of the books a run goes by.
  private record Past(List<PeriodClosed> closings, Set<String> explained, List<ByHand> decisions) {}

  /// What a month was closed with is kept as long as it is closed.
  private static List<PeriodClosed> closings(FinanceBook book, RunInputs inputs) {
    var closings = book.before(inputs);
    for (var closing : closings) {
      var standing = book.period(closing.period()).closed().map(PeriodClosed::run);
      if (!standing.equals(Optional.of(closing.run()))) {
        throw new JobFailedException(
            "The run goes on from run %d of %s, and that month was opened again since: what it had found is not kept."
                .formatted(closing.run(), closing.period()));
      }
    }
    return closings;
  }

  private static RunTotals summary(
      RunSources sources, long matches, Map<String, Long> exceptions, Totals totals) {
    long inTransit =
        totals.currencies().values().stream()
            .map(figures -> figures.fees().getOrDefault(FeeFate.IN_TRANSIT, Count.NONE))
            .mapToLong(Count::count)
            .sum();
    return new RunTotals(
        sources.fees().size(),
        sources.lines().size(),
        matches,
        inTransit,
        new TreeMap<>(exceptions));
  }

  private static Findings both(Findings first, Findings second, RunSources sources) {
    return new Findings() {
      @Override
      public void match(Match match) {
        first.match(match);
        second.match(match);
        sources.found(match);
      }

      @Override
      public void exception(ExceptionItem item) {
        first.exception(item);
        second.exception(item);
        sources.found(item);
      }

      @Override
      public void line(int file, int number, LineFate fate) {
        first.line(file, number, fate);
        second.line(file, number, fate);
      }

      @Override
      public void refundOnTheWay(String feeId) {
        first.refundOnTheWay(feeId);
        second.refundOnTheWay(feeId);
        sources.refundOnTheWay(feeId);
      }

      @Override
      public void payout(OpenPayout payout) {
        first.payout(payout);
        second.payout(payout);
        sources.found(payout);
      }
    };
  }
}
