package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.planledger.api.moment.Asked;

/// At which point of its recorded past a plan is read, and for which contract day.
record PlanQuery(
    @Schema(description = "Read the plan as it had been recorded by this moment.")
        Optional<Instant> asOf,
    @Schema(
            description =
                "Read the plan as of when the event at this position was the ledger's last.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Read the plan as its event of this sequence left it.")
        @Max(Long.MAX_VALUE)
        Optional<Long> atSequence,
    @Schema(
            description =
                "The contract day for which windows and remaining services are worked out; if left"
                    + " out, the day of the moment that is asked for, in the zone of the plan.")
        Optional<LocalDate> on) {

  Asked asked() {
    return Asked.of(asOf, atPosition, atSequence);
  }
}
