package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.core.terms.RegionCode;

/// Which obligations are asked for.
record ObligationsQuery(
    @Size(max = 36) @Pattern(regexp = Uuids.FORM, message = Uuids.IN_WORDS) Optional<String> planId,
    @Size(max = 64) Optional<String> centreId,
    @Schema(description = "Where service was requested.") Optional<RegionCode> region,
    @Schema(description = "Found before this moment.") Optional<Instant> recoveredBefore,
    @Schema(description = "Wait until the list has seen this position of the ledger.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {}
