package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import java.util.Optional;
import org.planledger.projections.entitlement.EntitledService;

/// Which entitlements are asked for.
record EntitlementsQuery(
    Optional<EntitledService> service,
    @Schema(description = "How many are left at least; a service without a limit has enough.")
        Optional<Integer> availableAtLeast,
    @Schema(description = "Wait until the list has seen this position of the ledger.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {}
