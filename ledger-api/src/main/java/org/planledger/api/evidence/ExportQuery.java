package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Which part of the log of events is to be exported.
record ExportQuery(
    @Schema(description = "The first position; 1 if left out.") @Min(1) @Max(Long.MAX_VALUE)
        Optional<Long> from,
    @Schema(description = "The last position; that of the newest checkpoint if left out.")
        @Min(0)
        @Max(Long.MAX_VALUE)
        Optional<Long> to,
    @Schema(description = "Why it is asked; recorded with who asked.") @Size(max = 200)
        Optional<String> reason) {}
