package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.entitlement.EntitledService;

/// Which plans are asked for.
record PlansQuery(
    Optional<PlanStatus> status,
    Optional<RegionCode> region,
    @Schema(description = "The model of the device that is covered now.") Optional<ModelCode> model,
    Optional<Edition> edition,
    @Schema(description = "The device that is covered now.")
        @Size(max = 64)
        @Pattern(regexp = "[0-9a-f]{64}", message = "a device id of 64 hexadecimal digits")
        Optional<String> deviceId,
    @Schema(description = "A service of which something has to be left.")
        Optional<EntitledService> service,
    @Schema(description = "How many uses of `service` are left at least; 1 if left out.")
        Optional<Integer> availableAtLeast,
    @Schema(
            description =
                "The day for which `status` is worked out; if left out, the day of the moment that"
                    + " is asked for, in UTC.")
        Optional<LocalDate> on,
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
