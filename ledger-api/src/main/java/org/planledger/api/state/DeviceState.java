package org.planledger.api.state;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.BindingCause;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.DeviceId;

/// The device that a plan covers.
@Schema(name = "CoveredDevice")
public record DeviceState(
    String deviceId,
    String model,
    Instant boundAt,
    BindingCause cause,
    @Schema(description = "The device whose place it took.") @Nullable String inheritedFrom) {

  static DeviceState of(DeviceBound bound) {
    return new DeviceState(
        bound.deviceId().value(),
        bound.model().code(),
        bound.at(),
        bound.cause(),
        bound.inheritedFrom().map(DeviceId::value).orElse(null));
  }
}
