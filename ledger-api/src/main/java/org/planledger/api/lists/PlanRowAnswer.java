package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.api.answer.WindowAnswer;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.PlanType;
import org.planledger.projections.plans.PlanView;

/// A plan in the list of plans.
@Schema(name = "PlanRow")
record PlanRowAnswer(
    UUID planId,
    PlanStatus status,
    PlanType planType,
    String region,
    String zone,
    String edition,
    WindowAnswer window,
    Instant purchasedAt,
    @Schema(description = "The device that it covers now.") @Nullable String deviceId,
    @Nullable String model,
    @Nullable Instant boundAt,
    int openCases,
    @Schema(description = "The day on which its product went back.")
        @Nullable LocalDate productReturnedOn,
    @Nullable Instant exitRequestedAt,
    @Schema(description = "When it was returned or left.") @Nullable Instant endedAt,
    @Schema(description = "The place of the last event that changed it.") long position) {

  static PlanRowAnswer of(PlanView view) {
    return new PlanRowAnswer(
        view.planId().value(),
        view.status(),
        view.planType(),
        view.region().code(),
        view.zone().getId(),
        view.edition().id(),
        WindowAnswer.of(view.window()),
        view.purchasedAt(),
        view.deviceId().map(DeviceId::value).orElse(null),
        view.model().map(ModelCode::code).orElse(null),
        view.boundAt().orElse(null),
        view.openCases(),
        view.productReturnedOn().orElse(null),
        view.exitRequestedAt().orElse(null),
        view.endedAt().orElse(null),
        view.position());
  }
}
