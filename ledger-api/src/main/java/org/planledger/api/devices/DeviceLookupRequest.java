package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.planledger.core.device.SerialNumber;

/// Asks which device has a serial number.
record DeviceLookupRequest(
    SerialNumber serialNumber,
    @Schema(description = "Why it is asked; recorded with who asked.") @Size(max = 200)
        String reason) {}
