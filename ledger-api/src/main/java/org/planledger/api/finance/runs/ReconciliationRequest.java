package org.planledger.api.finance.runs;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/// Asks for a run.
record ReconciliationRequest(
    @Schema(description = "The month whose fees and payments are to be matched; or `repeat`.")
        @Size(max = 7)
        @Pattern(regexp = Months.FORM, message = Months.IN_WORDS)
        Optional<String> period,
    @Schema(description = "Make this run once more and compare its report.") @Max(Long.MAX_VALUE)
        Optional<Long> repeat,
    @Schema(
            description =
                "The last position of the ledger to be looked at; by default the last one that was"
                    + " recorded in the month.")
        @Max(Long.MAX_VALUE)
        Optional<Long> cutOffPosition,
    @Schema(description = "The day by which ages are counted; today by default.")
        Optional<LocalDate> asOf,
    @Schema(description = "Only try: nothing is put in the books.") Optional<Boolean> dryRun) {}
