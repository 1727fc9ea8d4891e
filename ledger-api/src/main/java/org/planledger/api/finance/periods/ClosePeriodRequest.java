package org.planledger.api.finance.periods;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/// Closes a month.
record ClosePeriodRequest(
    @Schema(
            description =
                "Whether exceptions that nobody has explained may go over into the next month.")
        Optional<Boolean> carryingOver) {}
