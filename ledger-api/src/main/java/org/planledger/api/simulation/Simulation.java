package org.planledger.api.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.JobFailedException;
import org.planledger.core.simulation.BookTooLargeException;
import org.planledger.core.simulation.Limits;
import org.planledger.core.simulation.SimulationReport;
import org.planledger.core.simulation.TermsSimulation;
import org.planledger.core.store.NewerRecordException;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// One simulation: reads every attempt up to the last at its beginning, and writes nothing.
final class Simulation implements Job.Task {
  private static final int PAGE = 500;

  private final RecordedAttempts attempts;
  private final Terms candidate;
  private final List<Edition> inPlaceOf;
  private final TermsBook fork;
  private final Limits limits;
  private volatile long done;
  private volatile long total;
  private volatile @Nullable SimulationReport report;

  /// @throws IllegalArgumentException if one of the editions is unknown
  Simulation(
      RecordedAttempts attempts,
      TermsBook book,
      Terms candidate,
      List<Edition> inPlaceOf,
      Limits limits) {
    this.attempts = attempts;
    this.candidate = candidate;
    this.inPlaceOf = List.copyOf(inPlaceOf);
    this.fork = book.with(candidate, inPlaceOf);
    this.limits = limits;
  }

  @Override
  public void run(BooleanSupplier ending) {
    total = attempts.last();
    var simulation = new TermsSimulation(fork, limits);
    try {
      while (done < total) {
        if (ending.getAsBoolean()) {
          throw new JobFailedException("The program ended before the simulation.");
        }
        var page = attempts.after(done, (int) Math.min(PAGE, total - done));
        page.forEach(simulation::take);
        done = page.getLast().number();
      }
    } catch (NewerRecordException e) {
      throw new JobFailedException(String.valueOf(e.getMessage()));
    } catch (BookTooLargeException e) {
      throw new JobFailedException(
          "The book has more than the %d plans that a simulation may hold in memory:"
                  .formatted(limits.plans())
              + " ledger.simulation.plans.");
    }
    report = simulation.report();
  }

  Terms candidate() {
    return candidate;
  }

  List<Edition> inPlaceOf() {
    return inPlaceOf;
  }

  /// How many attempts have been decided again.
  long done() {
    return done;
  }

  /// How many attempts there are.
  long total() {
    return total;
  }

  /// None before the end.
  Optional<SimulationReport> report() {
    return Optional.ofNullable(report);
  }
}
