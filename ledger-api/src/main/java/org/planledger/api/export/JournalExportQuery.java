package org.planledger.api.export;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;
import org.planledger.api.moment.Asked;

/// Which part of the journal is exported, and as what.
record JournalExportQuery(
    @Schema(description = "The form of the file, whatever `Accept` says.")
        Optional<ExportForm> format,
    @Schema(description = "The position after which it begins; 0 or left out for the beginning.")
        @Max(Long.MAX_VALUE)
        Optional<Long> afterPosition,
    @Schema(description = "Export what had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "Export what had been recorded up to this position.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        Optional<Long> atPosition,
    @Schema(description = "Wait until the ledger of fees has seen this position.")
        @Max(Long.MAX_VALUE)
        Optional<Long> minPosition) {

  Asked asked() {
    return Asked.of(asOf, atPosition);
  }
}
