package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// Records that the product went back to the shop.
record RecordProductReturnRequest(
    @Schema(description = "The day of the return, in the zone of the plan.") LocalDate returnedOn,
    @Schema(description = "By what the return can be found again; kept as a private value.")
        @Size(max = 500)
        String reference) {}
