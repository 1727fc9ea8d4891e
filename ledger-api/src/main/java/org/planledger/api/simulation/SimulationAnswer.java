package org.planledger.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.DecisionAnswer.TermsAnswer;
import org.planledger.api.job.Job;
import org.planledger.api.job.Progress;
import org.planledger.core.plan.TermsReference;
import org.planledger.core.terms.Edition;

/// A simulation of other terms, while it runs and after.
@Schema(name = "TermsSimulation")
record SimulationAnswer(
    UUID id,
    Job.State state,
    @Schema(description = "The candidate; a document has the digest of its canonical form.")
        TermsAnswer candidate,
    @Schema(description = "The editions it stands in place of.") List<String> inPlaceOf,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(description = "Why it ended before its end.") @Nullable String failure,
    @Schema(description = "In attempts.") Progress progress,
    @Schema(
            description =
                "What came of it: the same to the byte for the same book and the same candidate.")
        @Nullable SimulationResult result) {

  static SimulationAnswer of(Job<Simulation> job, Instant now) {
    var task = job.task();
    return new SimulationAnswer(
        job.id(),
        job.state(),
        TermsAnswer.of(TermsReference.to(task.candidate())),
        task.inPlaceOf().stream().map(Edition::id).toList(),
        job.startedAt(),
        job.endedAt().orElse(null),
        job.failure().orElse(null),
        Progress.of(task.done(), task.total(), job.startedAt(), job.endedAt().orElse(now)),
        task.report().map(SimulationResult::of).orElse(null));
  }
}
