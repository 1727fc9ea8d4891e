package org.planledger.api.devices;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.terms.RegionCode;

/// When and where somebody asks what a device could get.
record EligibilityQuery(
    @Schema(
            description =
                "The contract day; if left out, the day of the moment that is asked for, in"
                    + " the zone of the plan.")
        Optional<LocalDate> on,
    @Schema(description = "Where service is asked for; the region of the plan if left out.")
        Optional<RegionCode> region,
    @Schema(description = "Whether the customer can show a proof of purchase.")
        Optional<Boolean> proofOfPurchase,
    @Schema(description = "Asked of what had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "Asked of the ledger as of when the event at this position was its last.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition) {

  Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
