package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.obligations.ObligationKind;

/// Which obligations are asked for.
record ObligationsQuery(
    Optional<ObligationKind> kind,
    @Size(max = 36) @Pattern(regexp = Uuids.FORM, message = Uuids.IN_WORDS) Optional<String> planId,
    @Size(max = 64) Optional<String> centreId,
    @Schema(description = "Where service was requested.") Optional<RegionCode> region,
    @Schema(description = "Owed since before this moment.") Optional<Instant> before,
    @Schema(description = "Those that are settled; left out, those that are still owed.")
        Optional<Boolean> settled,
    @Schema(description = "List what was, as it had been recorded by this moment.")
        Optional<Instant> asOf,
    @Schema(
            description =
                "List what was when the event at this position was the last of the ledger.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Wait until the list has seen this position of the ledger.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {

  Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
