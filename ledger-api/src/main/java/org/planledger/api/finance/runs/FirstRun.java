package org.planledger.api.finance.runs;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.finance.books.Books;
import org.planledger.api.job.Job;
import org.planledger.core.axon.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The first run of all, for a ledger that begins with something to look at.
@Component
public final class FirstRun {

  private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);
  private static final long NAP_NANOS = Duration.ofMillis(2).toNanos();

  private final Books books;
  private final Reconciler reconciler;
  private final ReconciliationJobs jobs;
  private final InstantSource clock;

  FirstRun(Books books, Reconciler reconciler, ReconciliationJobs jobs, InstantSource clock) {
    this.books = books;
    this.reconciler = reconciler;
    this.jobs = jobs;
    this.clock = clock;
  }

  /// Whether nothing was ever done in the books.
  public boolean isDue() {
    return books.read(book -> book.last() == 0);
  }

  /// Matches what there is in this month, and returns when that is in the books.
  public void make(Caller caller) {
    var month = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    var inputs = reconciler.inputs(month, Optional.empty(), Optional.empty());
    var request = AnswerJson.MAPPER.writeValueAsBytes(Map.of("period", month.toString()));
    var job = jobs.begin(inputs, false, caller, request);
    while (job.state() == Job.State.RUNNING) {
      LockSupport.parkNanos(NAP_NANOS);
    }
    job.failure().ifPresent(reason -> LOG.warn("The first run has failed: {}", reason));
  }
}
