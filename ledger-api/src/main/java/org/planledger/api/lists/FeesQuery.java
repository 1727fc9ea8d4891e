package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fees.FeeStatus;

/// Which fees are asked for.
record FeesQuery(
    @Size(max = 36) @Pattern(regexp = Uuids.FORM, message = Uuids.IN_WORDS) Optional<String> planId,
    @Size(max = 36) @Pattern(regexp = Uuids.FORM, message = Uuids.IN_WORDS) Optional<String> caseId,
    Optional<FeeStatus> status,
    Optional<FeePurpose> purpose,
    @Schema(description = "Whose tariff it was quoted from.") Optional<RegionCode> region,
    @Size(max = 3)
        @Pattern(regexp = "[A-Z]{3}", message = "a currency by its three capital letters")
        Optional<String> currency,
    @Schema(description = "Whether the figure is made up for demonstrations.")
        Optional<Boolean> sample,
    @Size(max = 128) Optional<String> paymentReference,
    @Schema(description = "Quoted at this moment or later.") Optional<Instant> quotedFrom,
    @Schema(description = "Quoted before this moment.") Optional<Instant> quotedTo,
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
