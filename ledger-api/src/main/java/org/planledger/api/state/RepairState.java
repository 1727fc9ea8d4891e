package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Service;

/// How a device was sent back.
@Schema(name = "CompletedRepair")
public record RepairState(
    Instant completedAt,
    @Schema(description = "Under what it was served; null where the customer paid the full price.")
        @Nullable Service service,
    String deviceId,
    @Schema(description = "The device it is now, where its serial changed.")
        @Nullable String newDeviceId,
    @Schema(description = "Its model now, where that changed too.") @Nullable String newModel) {

  static RepairState of(RepairCompleted completed) {
    return new RepairState(
        completed.at(),
        completed.service().orElse(null),
        completed.device().value(),
        completed.newDevice().map(DeviceId::value).orElse(null),
        completed.newModel().map(ModelCode::code).orElse(null));
  }
}
