package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Stage;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.casework.Party;

/// Which cases are asked for.
record CasesQuery(
    @Size(max = 64) Optional<String> centreId,
    Optional<Stage> stage,
    Optional<CaseType> type,
    @Schema(description = "Where service is requested.") Optional<RegionCode> region,
    @Schema(description = "The last day of a running deadline lies before this day.")
        Optional<LocalDate> dueBefore,
    @Schema(description = "Who has the next move.") Optional<Party> waitsFor,
    @Schema(description = "Whether the case is still open.") Optional<Boolean> open,
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
