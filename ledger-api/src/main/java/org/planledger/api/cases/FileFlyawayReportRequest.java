package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;

/// Files the report of a loss.
record FileFlyawayReportRequest(
    @BusinessMoment Instant reportedAt,
    @Schema(description = "Kept as a private value.") @Size(max = 5000) @Lines String statement) {}
