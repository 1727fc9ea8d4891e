package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.device.SerialNumber;
import org.planledger.core.terms.ModelCode;

/// Sends the repaired or maintained device back.
record CompleteRepairRequest(
    @BusinessMoment Instant completedAt,
    @Schema(description = "The serial it leaves with, where that changed.")
        Optional<SerialNumber> newSerialNumber,
    @Schema(description = "The model of that serial, where it is another one.")
        Optional<ModelCode> newModel,
    @Schema(description = "Whether the customer decided against the plan and pays outside it.")
        Optional<Boolean> fullPrice) {}
