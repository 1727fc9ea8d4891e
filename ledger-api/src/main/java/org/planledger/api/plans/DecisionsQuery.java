package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.decision.DecisionAnswer.Result;
import org.planledger.core.axon.Attempt;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.store.AttemptFilter;
import org.planledger.core.store.AttemptOutcome;

/// Which decisions are looked for.
record DecisionsQuery(
    @Schema(description = "Who acted.") @Size(max = 64) Optional<String> actor,
    @Schema(description = "The system through which they acted.") @Size(max = 64)
        Optional<String> client,
    Optional<Result> outcome,
    @Schema(description = "The name of the command, such as ClaimReplacement.") @Size(max = 64)
        Optional<String> command,
    @Schema(description = "One of the grounds of a refusal.") Optional<RefusalCode> code,
    @Schema(description = "The id of a rule that was looked at, such as R-3.2.1-13.")
        @Size(max = 32)
        Optional<String> rule,
    @Schema(description = "The clause of a rule that was looked at, such as 3.2.1.") @Size(max = 32)
        Optional<String> clause,
    @Schema(
            description =
                "All that was decided in one trace: the trace-id of W3C Trace Context, which a"
                    + " problem names as `traceId`.")
        @Size(max = 32)
        @Pattern(
            regexp = "[0-9a-f]{32}",
            message = "a trace id of 32 lower-case hexadecimal digits")
        Optional<String> traceId,
    @Schema(description = "Recorded at this moment or later.") Optional<Instant> from,
    @Schema(description = "Recorded before this moment.") Optional<Instant> to) {

  AttemptFilter filter() {
    return new AttemptFilter(
        actor, client, command, outcome.map(DecisionsQuery::stored), traceId, from, to);
  }

  /// Whether a decision is right by what stands inside of it.
  boolean fits(Attempt attempt) {
    var conditions = attempt.decision().conditions();
    return code.map(wanted -> attempt.decision().codes().contains(wanted)).orElse(true)
        && rule.map(id -> conditions.stream().anyMatch(c -> c.rule().id().equals(id))).orElse(true)
        && clause.map(name -> conditions.stream().anyMatch(c -> isOf(c, name))).orElse(true);
  }

  private static boolean isOf(Condition condition, String clause) {
    return condition.rule().clause().equals(clause);
  }

  private static AttemptOutcome stored(Result outcome) {
    return switch (outcome) {
      case ACCEPTED -> AttemptOutcome.ACCEPTED;
      case REFUSED -> AttemptOutcome.REFUSED;
    };
  }
}
