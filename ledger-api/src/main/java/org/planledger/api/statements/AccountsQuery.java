package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.moment.Asked;

/// Of when the accounts are asked for.
record AccountsQuery(
    @Schema(description = "What had been posted by this moment.") Optional<Instant> asOf,
    @Schema(description = "What had been posted up to this position.") @Min(1) @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Wait until the ledger of fees has seen this position.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {

  Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
