package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.RegionCode;

/// Whose fees are asked for.
record FeesQuery(
    @Schema(description = "The region in which service is requested.") RegionCode region,
    @Schema(description = "The edition of the terms; the newest if left out.")
        Optional<Edition> edition) {}
