package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
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
    @Schema(description = "Wait until the list has seen this position of the ledger.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {}
