package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;

/// Ends a case without a service.
record EndCaseRequest(
    @BusinessMoment Instant at,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason) {}
