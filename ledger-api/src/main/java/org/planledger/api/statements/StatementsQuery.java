package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.movements.StatementBy;

/// Which statements are asked for.
record StatementsQuery(
    @Schema(description = "One statement for each of these.") StatementBy by,
    @Schema(description = "The first day in UTC of what was recorded; what came before is opening.")
        Optional<LocalDate> from,
    @Schema(description = "The day in UTC before which it was recorded.") Optional<LocalDate> to,
    @Schema(
            description =
                "The position after which the statement begins, such as that of the last close;"
                    + " what came before is opening.")
        @Max(Long.MAX_VALUE)
        Optional<Long> afterPosition,
    @Size(max = 3)
        @Pattern(regexp = "[A-Z]{3}", message = "a currency by its three capital letters")
        Optional<String> currency,
    @Schema(description = "Whose tariff the fees were quoted from.") Optional<RegionCode> region,
    @Size(max = 64) Optional<String> centreId,
    @Schema(description = "State what had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "State what had been recorded up to this position.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Wait until the ledger of fees has seen this position.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {

  Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
