package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Which two sizes of which log are to be compared.
record SpanQuery(
    @Schema(description = "How many entries the earlier tree has.") @Min(0) @Max(Long.MAX_VALUE)
        long from,
    @Schema(description = "How many entries the later tree has.") @Min(0) @Max(Long.MAX_VALUE)
        long to,
    @Schema(description = "Which log; the events if left out.")
        @Size(max = Logs.LONGEST)
        @Pattern(regexp = Logs.FORM, message = Logs.IN_WORDS)
        Optional<String> log) {}
