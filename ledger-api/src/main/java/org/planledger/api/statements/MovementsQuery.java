package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.finance.accounts.MovementKind;

/// Which movements of fees are asked for.
record MovementsQuery(
    @Schema(description = "The id of the fee.") @Size(max = 64) Optional<String> feeId,
    @Size(max = 36) @Pattern(regexp = UUID, message = UUID_IN_WORDS) Optional<String> planId,
    @Size(max = 36) @Pattern(regexp = UUID, message = UUID_IN_WORDS) Optional<String> caseId,
    Optional<MovementKind> kind,
    @Size(max = 3)
        @Pattern(regexp = "[A-Z]{3}", message = "a currency by its three capital letters")
        Optional<String> currency,
    @Schema(description = "The position after which they begin.") @Max(Long.MAX_VALUE)
        Optional<Long> afterPosition,
    @Schema(description = "List what had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "List what had been recorded up to this position.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Wait until the ledger of fees has seen this position.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {

  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String UUID_IN_WORDS = "a UUID of 36 characters";

  Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
