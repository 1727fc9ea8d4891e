package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;
import org.planledger.core.plan.Cause;
import org.planledger.core.terms.Part;

/// Records what the centre found out.
record RecordAssessmentRequest(
    @BusinessMoment Instant assessedAt,
    Cause cause,
    @Schema(description = "May be empty for a loss.") List<Part> damagedParts,
    boolean inOfficialWarrantyScope,
    @Schema(description = "Circumstances of clause 2.4.2; empty if there are none.")
        List<FindingRequest> findings,
    @Schema(description = "Kept as a private value.") @Size(max = 5000) @Lines
        Optional<String> remark) {}
