package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.DeviceStatus;

/// The device of a serial number.
@Schema(name = "DeviceFound")
record DeviceLookupAnswer(
    String deviceId,
    @Schema(
            description =
                "The plan that covers it, or else the last one that did; null where its only"
                    + " binding was a mistake.")
        @Nullable UUID planId,
    String maskedSerial,
    DeviceStatus status,
    @Schema(description = "The device that this plan covers now.") @Nullable String headDeviceId) {}
