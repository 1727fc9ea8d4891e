package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// At which point of its recorded past a plan is read, and for which contract day.
record MomentQuery(
    @Schema(description = "Read the plan as it had been recorded by this moment.")
        Optional<Instant> asOf,
    @Schema(description = "Read the plan as its event of this sequence left it.")
        @Max(Long.MAX_VALUE)
        Optional<Long> atSequence,
    @Schema(
            description =
                "The contract day for which windows and remaining services are worked out; today"
                    + " in the zone of the plan if left out.")
        Optional<LocalDate> on) {}
