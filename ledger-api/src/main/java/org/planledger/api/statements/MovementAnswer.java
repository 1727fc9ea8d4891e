package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// Something that happened to a fee.
@Schema(name = "FeeMovement")
record MovementAnswer(
    @Schema(description = "Names it for ever: a position, and a place among its movements.")
        String movementId,
    MovementKind kind,
    MoneyAnswer amount,
    String feeId,
    UUID planId,
    UUID caseId,
    FeePurpose purpose,
    @Schema(description = "The service of the plan that the fee belongs to.") Service service,
    @Nullable ReplacementMode mode,
    @Schema(description = "Which replacement of the plan it was for by then.")
        @Nullable Integer ordinal,
    String region,
    String centreId,
    @Schema(description = "What the payment provider calls the payment.")
        @Nullable String paymentReference,
    @Schema(description = "The clause of the terms that it rests on.") String clause,
    @Schema(description = "Whether the figure is known to be made up for demonstrations.")
        boolean sample,
    @Schema(description = "The event that it follows from.") String eventId,
    long position,
    @Schema(description = "The day in UTC on which it is posted.") LocalDate postedOn,
    Instant recordedAt,
    @Schema(description = "When it happened in the customer's world.") Instant effectiveAt) {

  static MovementAnswer of(FeeMovement movement) {
    return new MovementAnswer(
        movement.movementId(),
        movement.kind(),
        MoneyAnswer.of(movement.amount()),
        movement.feeId(),
        movement.planId().value(),
        movement.caseId().value(),
        movement.purpose(),
        movement.service(),
        movement.mode().orElse(null),
        movement.ordinal().orElse(null),
        movement.region().code(),
        movement.centreId(),
        movement.paymentReference().orElse(null),
        movement.clause(),
        movement.sample(),
        movement.eventId(),
        movement.position(),
        movement.postedOn(),
        movement.recordedAt(),
        movement.effectiveAt());
  }
}
