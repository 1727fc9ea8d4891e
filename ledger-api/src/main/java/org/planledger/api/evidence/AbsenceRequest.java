package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.planledger.core.device.SerialNumber;

/// Asks for the proof that a serial number was never bound.
record AbsenceRequest(
    SerialNumber serialNumber,
    @Schema(description = "Why it is asked; recorded with who asked.") @Size(max = 200)
        String reason) {}
