package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.terms.Part;

/// Records that maintenance was carried out.
record ConfirmMaintenanceRequest(
    @BusinessMoment Instant confirmedAt,
    @Schema(description = "What was replaced because it was worn; may be empty.")
        List<Part> wornParts) {}
