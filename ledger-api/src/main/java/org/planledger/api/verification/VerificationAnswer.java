package org.planledger.api.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.Progress;
import org.planledger.core.store.sealing.Finding;
import org.planledger.core.store.sealing.VerificationResult;
import org.planledger.core.store.sealing.VerificationResult.Extent;

/// A verification, while it runs and after.
@Schema(name = "Verification")
record VerificationAnswer(
    UUID id,
    Job.State state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why it ended before its end.") @Nullable String failure,
    @Schema(description = "In events, attempts and reads.") Progress progress,
    @Schema(description = "What came of it.") @Nullable OutcomeAnswer result) {

  /// What came of a verification.
  @Schema(name = "VerificationResult")
  record OutcomeAnswer(
      @Schema(description = "Whether everything is as it was recorded.") boolean good,
      @Schema(description = "How much was looked at: all of it if none before was good.")
          Extent extent,
      @Schema(description = "The checkpoint up to which everything was looked at.") long checkpoint,
      @Schema(description = "What is wrong, and where: the first hundred.")
          List<FindingAnswer> findings) {

    static OutcomeAnswer of(VerificationResult result) {
      return new OutcomeAnswer(
          result.good(),
          result.extent(),
          result.checkpoint(),
          result.findings().stream().map(FindingAnswer::of).toList());
    }
  }

  /// Something that is not as it was recorded.
  @Schema(name = "VerificationFinding")
  record FindingAnswer(@Schema(description = "Which row of what.") String place, String what) {

    static FindingAnswer of(Finding finding) {
      return new FindingAnswer(finding.place(), finding.what());
    }
  }

  static VerificationAnswer of(Job<Verification> job, Instant now) {
    var task = job.task();
    return new VerificationAnswer(
        job.id(),
        job.state(),
        job.startedAt(),
        job.endedAt().orElse(null),
        job.failure().orElse(null),
        Progress.of(task.done(), task.total(), job.startedAt(), job.endedAt().orElse(now)),
        task.result().map(OutcomeAnswer::of).orElse(null));
  }
}
