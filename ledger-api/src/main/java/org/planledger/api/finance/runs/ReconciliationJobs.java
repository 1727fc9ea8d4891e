package org.planledger.api.finance.runs;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.RunRow;
import org.planledger.api.finance.runs.Reconciling.Result;
import org.planledger.api.job.Job;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.job.Jobs;
import org.planledger.api.job.KeptJobs;
import org.planledger.core.axon.Caller;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceEvent.FeesReconciled;
import org.planledger.core.finance.book.FinanceEvent.PeriodClosed;
import org.planledger.core.finance.book.FinanceEvent.RunInputs;
import org.planledger.core.finance.book.FinanceGround;
import org.planledger.core.finance.book.PeriodState;
import org.planledger.core.finance.book.Verdict;
import org.planledger.core.finance.book.Verdict.Objection;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.LedgerStore;
import org.springframework.stereotype.Component;

/// Begins runs, because somebody asks.
@Component
final class ReconciliationJobs implements AutoCloseable {

  private final Reconciler reconciler;
  private final KeptRuns runs;
  private final Books books;
  private final LedgerStore ledger;
  private final InstantSource clock;
  private final Jobs<Reconciling> jobs;

  ReconciliationJobs(
      Reconciler reconciler,
      KeptRuns runs,
      Books books,
      LedgerStore ledger,
      InstantSource clock,
      KeptJobs kept) {
    this.reconciler = reconciler;
    this.runs = runs;
    this.books = books;
    this.ledger = ledger;
    this.clock = clock;
    this.jobs = new Jobs<>(Job.Kind.RECONCILIATION, kept, ReconciliationAnswer::of, clock);
  }

  /// Begins a run; throws [org.planledger.api.problem.ProblemException] while another one is made.
  ///
  /// @param dry whether it is only tried: then nothing is put in the books
  Job<Reconciling> begin(RunInputs inputs, boolean dry, Caller caller, byte[] request) {
    return jobs.begin(
        new Reconciling((progress, ending) -> made(inputs, dry, caller, progress, ending), clock),
        request);
  }

  private Result made(
      RunInputs inputs, boolean dry, Caller caller, RunProgress progress, BooleanSupplier ending) {
    tidy();
    long run =
        runs.begin(inputs, dry, clock.instant())
            .orElseThrow(
                () -> new JobFailedException("Another process has just begun a run; try again."));
    var outcome = reconciler.keep(run, inputs, progress, ending);
    runs.end(run, outcome.totals(), outcome.report(), clock.instant());
    ledger.force();
    if (!dry) {
      var event = new FeesReconciled(run, inputs, outcome.totals(), outcome.report());
      var wish = new Books.Wish(caller, "run-" + UuidCreator.getTimeOrderedEpoch(), Bytes.EMPTY);
      books.act(wish, book -> verdict(book, event));
    }
    return new Result(
        run, inputs, Optional.of(outcome.totals()), outcome.report(), Optional.empty());
  }

  private static Verdict verdict(FinanceBook book, FeesReconciled event) {
    return book.period(event.inputs().period()).isClosed()
        ? new Verdict.Refused(List.of(new Objection(FinanceGround.PERIOD_CLOSED, "period", "")))
        : new Verdict.Accepted(event);
  }

  /// Removes what older runs have found. Those that closed a month stay, and the newest of each.
  private void tidy() {
    var kept = new HashSet<Long>();
    books.read(
        book -> {
          for (PeriodState state : book.periods()) {
            state.closed().map(PeriodClosed::run).ifPresent(kept::add);
            state.run().map(FeesReconciled::run).ifPresent(kept::add);
          }
          return kept;
        });
    runs.keepOnly(kept);
  }

  /// Begins to make a run once more from what it went by, to see whether it leads to the same.
  Job<Reconciling> repeat(RunRow run, byte[] request) {
    return jobs.begin(
        new Reconciling(
            (progress, _) -> {
              String report = reconciler.repeat(run.inputs(), progress, (_, _, _) -> {});
              return new Result(
                  run.number(),
                  run.inputs(),
                  Optional.empty(),
                  report,
                  run.report().map(report::equals));
            },
            clock),
        request);
  }

  /// How one is shown; throws [org.planledger.api.problem.ProblemException] if there is none.
  byte[] get(UUID id) {
    return jobs.get(id);
  }

  /// Ends before the database that a run writes to.
  @Override
  public void close() {
    jobs.close();
  }
}
