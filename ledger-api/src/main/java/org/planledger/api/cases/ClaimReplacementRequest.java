package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.terms.ReplacementMode;

/// Confirms the use of a replacement.
record ClaimReplacementRequest(
    ReplacementMode mode,
    @BusinessMoment Instant claimedAt,
    @Schema(description = "Whether the customer knows that a warranty would cost nothing.")
        Optional<Boolean> acknowledgesFreeAlternative) {}
