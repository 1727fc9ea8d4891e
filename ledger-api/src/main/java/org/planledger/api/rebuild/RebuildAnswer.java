package org.planledger.api.rebuild;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.Progress;
import org.planledger.projections.rebuild.Difference;
import org.planledger.projections.rebuild.RebuildOutcome;
import org.planledger.projections.rebuild.RebuildProgress;
import org.planledger.projections.sets.TableSet;

/// The building of a view, while it runs and after.
@Schema(name = "Rebuild")
record RebuildAnswer(
    UUID id,
    String view,
    Job.State state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why it ended before its end; the live view is as it was.")
        @Nullable String failure,
    StepAnswer progress,
    @Schema(description = "What came of it.") @Nullable OutcomeAnswer result) {

  /// How far it is in what it does now.
  @Schema(name = "RebuildProgress")
  record StepAnswer(
      @Schema(
              description =
                  "`FOLDING` and `SWITCHING` count events, `COMPARING` counts rows of both sides.")
          RebuildProgress.Phase phase,
      long done,
      @Schema(description = "How much there is, as far as that is known.") long total,
      @Schema(description = "How much was done in a second, on the average of this phase.")
          long perSecond,
      @Schema(description = "How long this phase takes yet at that pace; null if nobody can say.")
          @Nullable Long remainingSeconds) {

    static StepAnswer of(Rebuilding.Step step, Instant until) {
      var progress = Progress.of(step.done(), step.total(), step.since(), until);
      return new StepAnswer(
          step.phase(),
          step.done(),
          step.total(),
          progress.perSecond(),
          progress.perSecond() == 0 ? null : progress.remaining() / progress.perSecond());
    }
  }

  /// What came of building a view.
  @Schema(name = "RebuildResult")
  record OutcomeAnswer(
      @Schema(description = "Whether the live view was as the ledger leads to.") boolean same,
      @Schema(
              description =
                  "Up to where the live view had come when it was compared; each of its streams was"
                      + " compared at the same event on both sides.")
          long position,
      @Schema(description = "How many rows were compared, of both sides together.") long rows,
      @Schema(description = "How many rows are not alike.") long differences,
      @Schema(description = "The first of them, in the order of the tables and keys.")
          @Nullable DifferenceAnswer first,
      @Schema(description = "Whether what was built anew is live now.") boolean switched,
      @Schema(description = "Which of its two sets of tables the view is read from now.")
          TableSet live,
      @Schema(description = "How many events the live view had not been able to digest.")
          long deadLetters) {

    static OutcomeAnswer of(RebuildOutcome outcome) {
      return new OutcomeAnswer(
          outcome.differences() == 0,
          outcome.position(),
          outcome.rows(),
          outcome.differences(),
          outcome.first().map(DifferenceAnswer::of).orElse(null),
          outcome.switched(),
          outcome.live(),
          outcome.deadLetters());
    }
  }

  /// A place where the live view is not what the ledger leads to.
  @Schema(name = "RebuildDifference")
  record DifferenceAnswer(
      @Schema(
              description =
                  "`VALUE`: a column is not the same. `MISSING`: the live view lacks the row."
                      + " `SURPLUS`: it has a row that the ledger does not lead to.")
          Difference.Kind kind,
      String table,
      @Schema(description = "The columns of the row's key.") Map<String, String> key,
      @Schema(description = "Null if the whole row is on one side only.") @Nullable String column,
      @Schema(description = "What the live view had there.") @Nullable String live,
      @Schema(description = "What the ledger leads to.") @Nullable String rebuilt,
      @Schema(description = "The position of the last event that changed the row.") long position) {

    static DifferenceAnswer of(Difference difference) {
      return new DifferenceAnswer(
          difference.kind(),
          difference.table(),
          difference.key(),
          difference.column().orElse(null),
          difference.live().orElse(null),
          difference.rebuilt().orElse(null),
          difference.position());
    }
  }

  static RebuildAnswer of(Job<Rebuilding> job, Instant now) {
    var task = job.task();
    return new RebuildAnswer(
        job.id(),
        task.view(),
        job.state(),
        job.startedAt(),
        job.endedAt().orElse(null),
        job.failure().orElse(null),
        StepAnswer.of(task.step(), job.endedAt().orElse(now)),
        task.outcome().map(OutcomeAnswer::of).orElse(null));
  }
}
