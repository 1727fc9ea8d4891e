package org.planledger.api.sweep;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.job.Job;
import org.planledger.api.job.Progress;

/// A sweep, while it runs and after.
@Schema(name = "Sweep")
record SweepAnswer(
    UUID id,
    Job.State state,
    @Schema(description = "The contract day it looks at; nothing for each plan's own today.")
        @Nullable LocalDate on,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why it ended before its end.") @Nullable String failure,
    @Schema(description = "In plans that were looked at.") Progress progress,
    @Schema(description = "What it has recorded so far.") Records recorded,
    @Schema(description = "On how many plans something could not be recorded.") long failed,
    @Schema(description = "The first of them.") List<FailureAnswer> failures) {

  /// A plan on which something could not be recorded.
  @Schema(name = "SweepFailure")
  record FailureAnswer(UUID planId, String reason) {}

  static SweepAnswer of(Job<Sweep> job, Instant now) {
    var task = job.task();
    return new SweepAnswer(
        job.id(),
        job.state(),
        task.on().orElse(null),
        job.startedAt(),
        job.endedAt().orElse(null),
        job.failure().orElse(null),
        Progress.of(task.lookedAt(), task.total(), job.startedAt(), job.endedAt().orElse(now)),
        task.recorded(),
        task.failed(),
        task.failures().stream()
            .map(failure -> new FailureAnswer(failure.planId().value(), failure.reason()))
            .toList());
  }
}
