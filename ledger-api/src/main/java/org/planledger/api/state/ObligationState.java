package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent.DeviceRecovered;
import org.planledger.core.plan.PlanEvent.RecoveredDeviceReturned;

/// A device that was found after it had become the provider's. It outlives the plan.
@Schema(name = "RecoveredDevice")
public record ObligationState(
    UUID caseId,
    String deviceId,
    Instant recoveredAt,
    @Schema(description = "When it came back to the provider; null as long as it is owed.")
        @Nullable Instant returnedAt) {

  static List<ObligationState> of(Plan plan) {
    return plan.cases().values().stream()
        .flatMap(
            c ->
                c
                    .last(DeviceRecovered.class)
                    .map(
                        found ->
                            new ObligationState(
                                c.id().value(),
                                found.deviceId().value(),
                                found.at(),
                                c.last(RecoveredDeviceReturned.class)
                                    .map(RecoveredDeviceReturned::at)
                                    .orElse(null)))
                    .stream())
        .toList();
  }
}
