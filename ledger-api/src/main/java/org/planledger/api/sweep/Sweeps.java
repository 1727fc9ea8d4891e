package org.planledger.api.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.planledger.api.job.Job;
import org.planledger.api.job.Jobs;
import org.planledger.api.job.KeptJobs;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.terms.TermsBook;
import org.planledger.projections.plans.PlansQueries;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Begins sweeps, by the clock or because somebody asks.
@Component
@EnableConfigurationProperties(SweepSettings.class)
final class Sweeps implements AutoCloseable {
  /// What would have been asked for.
  private static final byte[] BY_THE_CLOCK = "{}".getBytes(UTF_8);

  private final PlansQueries plans;
  private final SweepingAPlan sweeping;
  private final InstantSource clock;
  private final SweepSettings settings;
  private final Jobs<Sweep> sweeps;

  Sweeps(
      PlansQueries plans,
      PlanLedger ledger,
      TermsBook terms,
      InstantSource clock,
      KeptJobs kept,
      SweepSettings settings) {
    this.plans = plans;
    this.sweeping = new SweepingAPlan(ledger, terms, clock);
    this.clock = clock;
    this.settings = settings;
    this.sweeps = new Jobs<>(Job.Kind.SWEEP, kept, SweepAnswer::of, clock);
  }

  /// Begins a sweep; throws [org.planledger.api.problem.ProblemException] while another one runs.
  Job<Sweep> begin(Optional<LocalDate> on, byte[] request) {
    return sweeps.begin(sweep(on), request);
  }

  /// Begins a sweep for the today of each plan, unless one runs already.
  void beginByTheClock() {
    sweeps.tryToBegin(sweep(Optional.empty()), BY_THE_CLOCK);
  }

  /// How a sweep is shown; throws [org.planledger.api.problem.ProblemException] if there is none.
  byte[] get(UUID id) {
    return sweeps.get(id);
  }

  private Sweep sweep(Optional<LocalDate> on) {
    return new Sweep(plans, sweeping, new SweepDay(on, clock.instant()), settings);
  }

  /// Ends before the store that the running sweep writes to.
  @Override
  public void close() {
    sweeps.close();
  }
}
