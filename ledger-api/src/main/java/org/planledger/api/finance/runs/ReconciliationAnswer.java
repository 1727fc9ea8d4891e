package org.planledger.api.finance.runs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.Progress;

/// A run, while it is made and after.
@Schema(name = "Reconciliation")
record ReconciliationAnswer(
    UUID id,
    Job.State state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why there is none.") @Nullable String failure,
    StepAnswer progress,
    @Schema(description = "What came of it.") @Nullable ResultAnswer result) {

  /// How far it is in what it does now.
  @Schema(name = "ReconciliationProgress")
  record StepAnswer(
      @Schema(
              description =
                  "`READING_LINES` and `READING_FEES` count what their names say, `MATCHING` counts"
                      + " what was found so far, `WRITING` rows of the database.")
          RunProgress.Phase phase,
      long done,
      @Schema(description = "How much there is; null if nobody can say.") @Nullable Long total,
      @Schema(description = "How much was done in a second, on the average of this phase.")
          long perSecond,
      @Schema(description = "How long this phase takes yet at that pace; null if nobody can say.")
          @Nullable Long remainingSeconds) {

    static StepAnswer of(RunProgress.Step step, Instant until) {
      var progress = Progress.of(step.done(), step.total().orElse(0), step.since(), until);
      boolean foreseen = step.total().isPresent() && progress.perSecond() > 0;
      return new StepAnswer(
          step.phase(),
          step.done(),
          step.total().isPresent() ? step.total().getAsLong() : null,
          progress.perSecond(),
          foreseen ? progress.remaining() / progress.perSecond() : null);
    }
  }

  /// What came of a run.
  @Schema(name = "ReconciliationResult")
  record ResultAnswer(
      @Schema(description = "Its number.") long run,
      RunInputsAnswer inputs,
      @Schema(description = "Null if a run was only made once more.")
          @Nullable RunTotalsAnswer totals,
      @Schema(description = "The SHA-256 of its report.") String report,
      @Schema(description = "Whether a repeated run has led to the report that was recorded.")
          @Nullable Boolean same) {

    static ResultAnswer of(Reconciling.Result result) {
      return new ResultAnswer(
          result.run(),
          RunInputsAnswer.of(result.inputs()),
          result.totals().map(RunTotalsAnswer::of).orElse(null),
          result.report(),
          result.same().orElse(null));
    }
  }

  static ReconciliationAnswer of(Job<Reconciling> job, Instant now) {
    return new ReconciliationAnswer(
        job.id(),
        job.state(),
        job.startedAt(),
        job.endedAt().orElse(null),
        job.failure().orElse(null),
        StepAnswer.of(job.task().step(), job.endedAt().orElse(now)),
        job.task().result().map(ResultAnswer::of).orElse(null));
  }
}
