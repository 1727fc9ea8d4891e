package org.planledger.api.finance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;

/// A run, while it is made and after.
@Schema(name = "Reconciliation")
record ReconciliationAnswer(
    UUID id,
    Job.State state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why there is none.") @Nullable String failure,
    @Schema(description = "What came of it.") @Nullable ResultAnswer result) {

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
        job.task().result().map(ResultAnswer::of).orElse(null));
  }
}
