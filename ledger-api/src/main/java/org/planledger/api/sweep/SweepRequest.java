package org.planledger.api.sweep;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;

/// Begins a sweep.
record SweepRequest(
    @Schema(
            description =
                "The contract day for which plans are looked at; left out, each plan's own today. A"
                    + " plan that has not reached the day is looked at for its own today.")
        Optional<LocalDate> on) {}
