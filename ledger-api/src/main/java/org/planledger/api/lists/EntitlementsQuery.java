package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.projections.entitlement.EntitledService;

/// Which entitlements are asked for.
record EntitlementsQuery(
    Optional<EntitledService> service,
    @Schema(description = "How many are left at least; a service without a limit has enough.")
        Optional<Integer> availableAtLeast,
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
