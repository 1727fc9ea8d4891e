package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;

/// Which two points of the recorded past of a plan are compared.
record ComparisonQuery(
    @Schema(description = "The first end, by the plan's event of this sequence.")
        @Max(Long.MAX_VALUE)
        Optional<Long> fromSequence,
    @Schema(description = "The first end, by a position of the ledger.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> fromPosition,
    @Schema(description = "The first end, by a moment of recording.") Optional<Instant> fromAsOf,
    @Schema(
            description =
                "The contract day for which the first state is worked out; if left out, that of the"
                    + " second, so that what differs is what was recorded.")
        Optional<LocalDate> fromOn,
    @Schema(description = "The second end, by the plan's event of this sequence.")
        @Max(Long.MAX_VALUE)
        Optional<Long> toSequence,
    @Schema(description = "The second end, by a position of the ledger.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> toPosition,
    @Schema(
            description =
                "The second end, by a moment of recording; now if the second end is left out.")
        Optional<Instant> toAsOf,
    @Schema(
            description =
                "The contract day for which the second state is worked out; if left out, the day of"
                    + " the second end in the zone of the plan.")
        Optional<LocalDate> toOn) {

  Asked from() {
    return Asked.end("from", fromAsOf, fromPosition, fromSequence);
  }

  Asked to() {
    return Asked.end("to", toAsOf, toPosition, toSequence);
  }
}
