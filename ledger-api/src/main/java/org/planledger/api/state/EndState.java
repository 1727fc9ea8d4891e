package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.MoneyAnswer;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.ExitRequested;
import org.planledger.core.plan.PlanEvent.PlanExited;
import org.planledger.core.plan.PlanEvent.PlanReturned;
import org.planledger.core.plan.PlanEvent.ProductReturned;

/// The steps towards an early end of a plan.
@Schema(name = "EarlyEnd")
public record EndState(
    @Schema(description = "The day on which the product went back; null if it did not.")
        @Nullable LocalDate productReturnedOn,
    @Schema(description = "When the plan was returned.") @Nullable Instant returnedAt,
    @Schema(description = "What is paid back for a returned plan.") @Nullable MoneyAnswer refund,
    @Schema(description = "When the customer asked to leave; that alone ends nothing.")
        @Nullable Instant exitRequestedAt,
    @Schema(description = "When the plan was left.") @Nullable Instant exitedAt,
    @Schema(description = "Who confirmed that.") @Nullable String exitConfirmedBy) {

  static EndState of(Plan plan) {
    return new EndState(
        plan.last(ProductReturned.class).map(ProductReturned::returnedOn).orElse(null),
        plan.last(PlanReturned.class).map(PlanReturned::at).orElse(null),
        plan.last(PlanReturned.class)
            .map(returned -> MoneyAnswer.of(returned.refund()))
            .orElse(null),
        plan.last(ExitRequested.class).map(ExitRequested::at).orElse(null),
        plan.last(PlanExited.class).map(PlanExited::at).orElse(null),
        plan.last(PlanExited.class).map(PlanExited::confirmedBy).orElse(null));
  }
}
