package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.planledger.api.json.BusinessMoment;
import org.planledger.core.terms.Edition;

/// Moves a plan to a newer edition of the terms.
record UpgradeTermsRequest(
    @Schema(description = "The edition that the customer accepted.") Edition edition,
    @BusinessMoment Instant at) {}
