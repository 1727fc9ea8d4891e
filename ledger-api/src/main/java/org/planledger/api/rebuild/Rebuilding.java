package org.planledger.api.rebuild;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.JobFailedException;
import org.planledger.projections.rebuild.RebuildOutcome;
import org.planledger.projections.rebuild.RebuildProgress;
import org.planledger.projections.rebuild.RebuildRefusedException;
import org.planledger.projections.rebuild.ViewRebuilds;

/// The building of one view anew.
final class Rebuilding implements Job.Task {

  /// How far it is in what it does now.
  ///
  /// @param since when it began to do that
  record Step(RebuildProgress.Phase phase, long done, long total, Instant since) {}

  private final ViewRebuilds rebuilds;
  private final UUID claim;
  private final String view;
  private final boolean switching;
  private final boolean keeping;
  private final InstantSource clock;
  private volatile Step step;
  private volatile @Nullable RebuildOutcome outcome;

  Rebuilding(
      ViewRebuilds rebuilds,
      UUID claim,
      String view,
      boolean switching,
      boolean keeping,
      InstantSource clock) {
    this.rebuilds = rebuilds;
    this.claim = claim;
    this.view = view;
    this.switching = switching;
    this.keeping = keeping;
    this.clock = clock;
    this.step = new Step(RebuildProgress.Phase.FOLDING, 0, 0, clock.instant());
  }

  @Override
  public void run(BooleanSupplier ending) {
    try {
      outcome = rebuilds.run(view, claim, switching, keeping, watching(ending));
    } catch (RebuildRefusedException e) {
      throw new JobFailedException(String.valueOf(e.getMessage()));
    }
  }

  private RebuildProgress watching(BooleanSupplier ending) {
    return new RebuildProgress() {
      @Override
      public void reached(Phase phase, long done, long total) {
        var before = step;
        step = new Step(phase, done, total, phase == before.phase ? before.since : clock.instant());
      }

      @Override
      public boolean ending() {
        return ending.getAsBoolean();
      }
    };
  }

  String view() {
    return view;
  }

  Step step() {
    return step;
  }

  /// None before the end.
  Optional<RebuildOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }
}
