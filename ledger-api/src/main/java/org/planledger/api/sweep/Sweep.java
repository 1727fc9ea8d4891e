package org.planledger.api.sweep;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.planledger.api.job.Job;
import org.planledger.api.job.JobFailedException;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.NewerRecordException;
import org.planledger.projections.page.Page;
import org.planledger.projections.page.PageRequest;
import org.planledger.projections.plans.PlanView;
import org.planledger.projections.plans.PlansQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One sweep over all plans, in the order of their ids. It keeps nothing that matters: what it has
/// recorded is in the ledger, so one that was cut short is simply begun again.
final class Sweep implements Job.Task {

  /// A plan on which something could not be recorded.
  record Failure(PlanId planId, String reason) {}

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int LISTED_FAILURES = 20;

  private final PlansQueries plans;
  private final SweepingAPlan sweeping;
  private final SweepDay day;
  private final int batch;
  private final int parallel;
  private final List<Failure> failures = new ArrayList<>();
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong lookedAt = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private volatile Records recorded = Records.NONE;

  Sweep(PlansQueries plans, SweepingAPlan sweeping, SweepDay day, SweepSettings settings) {
    this.plans = plans;
    this.sweeping = sweeping;
    this.day = day;
    this.batch = settings.batch();
    this.parallel = settings.parallel();
  }

  @Override
  public void run(BooleanSupplier ending) {
    pages(PageRequest.MAX_ROWS, ending, page -> total.addAndGet(page.size()));
    try (var workers =
        Executors.newFixedThreadPool(parallel, Thread.ofPlatform().name("sweep-", 1).factory())) {
      pages(batch, ending, page -> sweep(page, workers));
    }
  }

  private void pages(int rows, BooleanSupplier ending, Consumer<List<PlanId>> each) {
    Optional<String> after = Optional.empty();
    do {
      if (ending.getAsBoolean()) {
        throw new JobFailedException("The program ended before the sweep; the next one goes on.");
      }
      // The day only decides which status is shown, and nobody looks at that here.
      Page<PlanView> page =
          plans.list(
              PlansQueries.Filter.any(), day.in(ZoneOffset.UTC), new PageRequest(after, rows));
      each.accept(page.rows().stream().map(PlanView::planId).toList());
      after = page.after();
    } while (after.isPresent());
  }

  private void sweep(List<PlanId> page, ExecutorService workers) {
    var swept = new ArrayList<Future<Records>>();
    page.forEach(plan -> swept.add(workers.submit(() -> sweeping.sweep(plan, day))));
    for (int i = 0; i < swept.size(); i++) {
      try {
        recorded = recorded.plus(swept.get(i).get());
      } catch (ExecutionException e) {
        failed(page.get(i), Objects.requireNonNullElse(e.getCause(), e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new JobFailedException("The sweep was interrupted.");
      }
      lookedAt.incrementAndGet();
    }
  }

  /// One plan in trouble does not keep the sweep from the others.
  private void failed(PlanId plan, Throwable cause) {
    var reason = "The ledger failed; the operator finds the reason in the log.";
    if (cause instanceof NotRecordedException known) {
      recorded = recorded.plus(known.before());
      reason = String.valueOf(known.getMessage());
    } else if (cause instanceof NewerRecordException newer) {
      reason = String.valueOf(newer.getMessage());
    } else {
      LOG.error("The sweep failed on plan {}", plan, cause);
    }
    failed.incrementAndGet();
    synchronized (failures) {
      if (failures.size() < LISTED_FAILURES) {
        failures.add(new Failure(plan, reason));
      }
    }
  }

  Optional<LocalDate> on() {
    return day.on();
  }

  /// How many plans there were at its beginning.
  long total() {
    return total.get();
  }

  long lookedAt() {
    return lookedAt.get();
  }

  Records recorded() {
    return recorded;
  }

  /// On how many plans something could not be recorded.
  long failed() {
    return failed.get();
  }

  /// The first of them.
  List<Failure> failures() {
    synchronized (failures) {
      return List.copyOf(failures);
    }
  }
}
