package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.DeviceStatus;

/// A device that the ledger has seen.
@Schema(name = "Device")
record DeviceAnswer(
    String deviceId,
    @Nullable String maskedSerial,
    @Schema(description = "Null where it has no plan.") @Nullable String model,
    DeviceStatus status,
    @Schema(description = "Whether a flyaway report forbids its use.") boolean restricted,
    boolean ownedByProvider,
    @Schema(
            description =
                "The plan that covers it, or else the last one that did; null where its only"
                    + " binding was a mistake.")
        @Nullable UUID planId,
    @Schema(description = "Whether that plan covers it now.") boolean covered,
    @Schema(description = "The device that this plan covers now.") @Nullable String headDeviceId,
    @Schema(description = "The device that took its place; null if none did.")
        @Nullable String successorDeviceId,
    @Schema(description = "Every plan it was ever bound to, oldest first.") List<UUID> plans) {}
