package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.decision.DecisionAnswer;
import org.planledger.core.axon.Attempt;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.RefusalCode;

/// A command as it was decided and kept, whether it was accepted or refused.
@Schema(name = "DecisionRecord")
record DecisionRecord(
    @Schema(description = "Its place among all decisions of the ledger.") long number,
    UUID planId,
    @Nullable UUID caseId,
    String command,
    @Schema(description = "When it happened in the customer's world.") Instant at,
    Instant recordedAt,
    String client,
    String actor,
    @Nullable String traceparent,
    @Schema(description = "Every ground of a refusal, in catalogue order.") List<RefusalCode> codes,
    DecisionAnswer decision,
    @Schema(description = "The sequence of the plan's last event after it; null without a plan.")
        @Nullable Long sequence,
    @Schema(description = "The place of its first event in the whole ledger; null without events.")
        @Nullable Long firstPosition,
    @Schema(description = "The place of its last event in the whole ledger; null without events.")
        @Nullable Long lastPosition) {

  static DecisionRecord of(Attempt attempt) {
    return new DecisionRecord(
        attempt.number(),
        attempt.planId().value(),
        attempt.caseId().map(CaseId::value).orElse(null),
        attempt.command().getClass().getSimpleName(),
        attempt.businessMoment(),
        attempt.recordedAt(),
        attempt.client(),
        attempt.actor(),
        attempt.traceparent().orElse(null),
        attempt.decision().codes(),
        DecisionAnswer.of(attempt.decision(), attempt.remedies()),
        attempt.sequence().isPresent() ? attempt.sequence().getAsLong() : null,
        attempt.positions().map(span -> span.first()).orElse(null),
        attempt.positions().map(span -> span.last()).orElse(null));
  }
}
