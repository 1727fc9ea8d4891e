package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent.FeeRefunded;

/// Money that was paid back.
@Schema(name = "Refund")
public record RefundState(
    Instant refundedAt,
    FeePurpose purpose,
    MoneyAnswer amount,
    @Schema(description = "Whether nothing was due and somebody agreed to it all the same.")
        boolean goodwill,
    @Schema(description = "Who agreed to the goodwill.") @Nullable String approvedBy,
    @Schema(description = "Who asked for it.") String actor) {

  static List<RefundState> of(Case c) {
    return c.since().stream()
        .filter(FeeRefunded.class::isInstance)
        .map(FeeRefunded.class::cast)
        .map(
            refund ->
                new RefundState(
                    refund.at(),
                    refund.purpose(),
                    MoneyAnswer.of(refund.amount()),
                    refund.goodwill(),
                    refund.approvedBy().orElse(null),
                    refund.actor()))
        .toList();
  }
}
