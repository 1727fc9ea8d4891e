package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Service;

/// Which parts of a model are asked for.
record PartsQuery(
    @Schema(description = "The service; REPLACEMENT if left out.") Optional<Service> service,
    @Schema(description = "The region whose prices of missing material are shown.")
        Optional<RegionCode> region,
    @Schema(description = "The edition of the terms; the newest if left out.")
        Optional<Edition> edition) {}
