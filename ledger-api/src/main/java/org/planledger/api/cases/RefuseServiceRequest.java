package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.api.json.Lines;
import org.planledger.core.rule.RefusalCode;

/// Refuses service in a case for good.
record RefuseServiceRequest(
    @BusinessMoment Instant at,
    @Schema(description = "Kept as a private value.") @Size(max = 1000) @Lines String reason,
    @Schema(description = "The grounds, where they are among the codes.")
        Optional<List<RefusalCode>> codes,
    @Schema(description = "Circumstances of clause 2.4.2 that it rests on.")
        Optional<List<FindingRequest>> findings) {}
