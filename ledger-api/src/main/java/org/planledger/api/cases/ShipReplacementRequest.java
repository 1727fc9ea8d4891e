package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.terms.ModelCode;

/// Sends another device out.
record ShipReplacementRequest(
    @Schema(description = "Of the device that is sent out.") SerialNumber serialNumber,
    ModelCode model,
    @BusinessMoment Instant shippedAt,
    @Schema(description = "Why another model is its equal; kept as a private value.")
        @Size(max = 500)
        Optional<String> equivalenceRecord) {}
