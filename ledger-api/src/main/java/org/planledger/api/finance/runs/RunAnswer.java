package org.planledger.api.finance.runs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.planledger.api.finance.findings.RunRow;

/// A run of the matching.
@Schema(name = "ReconciliationRun")
record RunAnswer(
    long run,
    @Schema(description = "Whether it was only tried.") boolean dryRun,
    Instant startedAt,
    @Schema(description = "Null while it is made, and if it was cut short.")
        @Nullable Instant endedAt,
    RunInputsAnswer inputs,
    @Nullable RunTotalsAnswer totals,
    @Schema(description = "The SHA-256 of its report.") @Nullable String report) {

  static RunAnswer of(RunRow run) {
    return new RunAnswer(
        run.number(),
        run.dry(),
        run.startedAt(),
        run.endedAt().orElse(null),
        RunInputsAnswer.of(run.inputs()),
        run.totals().map(RunTotalsAnswer::of).orElse(null),
        run.report().orElse(null));
  }
}
