package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;

/// Which windows are asked for.
record CoverageQuery(
    Optional<Service> service,
    @Schema(description = "A component; services of the whole device have none.")
        Optional<Part> part,
    @Schema(description = "A contract day that lies inside.") Optional<LocalDate> covering,
    @Schema(description = "The first day that is not covered any more, at the earliest.")
        Optional<LocalDate> endsFrom,
    @Schema(description = "The first day that is not covered any more lies before this day.")
        Optional<LocalDate> endsBefore,
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
