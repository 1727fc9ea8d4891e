package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;

/// At which point of its recorded past the facts of a plan are read, and of which day.
record FactsQuery(
    @Schema(description = "Read what had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "Read what had been recorded up to this position of the ledger.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Read what had been recorded with the event of this sequence.")
        @Max(Long.MAX_VALUE)
        Optional<Long> atSequence,
    @Schema(
            description =
                "Only facts that are valid on this contract day, in the zone of the plan; of any"
                    + " day if left out.")
        Optional<LocalDate> on) {

  /// The point of the past.
  Asked asked() {
    return Asked.of(asOf, atPosition, atSequence);
  }
}
