package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// Which entry of which log is to be proven, in the tree of which size.
record EntryQuery(
    @Schema(description = "The position of the event; of attempts and reads their number.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        long position,
    @Schema(description = "How many entries the tree has that the proof is for.")
        @Min(1)
        @Max(Long.MAX_VALUE)
        long treeSize,
    @Schema(description = "Which log; the events if left out.")
        @Size(max = Logs.LONGEST)
        @Pattern(regexp = Logs.FORM, message = Logs.IN_WORDS)
        Optional<String> log) {}
