package org.planledger.api.dossier;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/// Up to which point of its past a plan's dossier goes, and why it is asked for.
record DossierQuery(
    @Schema(description = "End with what had been recorded by this moment.") Optional<Instant> asOf,
    @Schema(description = "End with the event of this sequence.") @Max(Long.MAX_VALUE)
        Optional<Long> atSequence,
    @Schema(description = "Why it is asked; recorded with who asked.") @Size(max = 200)
        Optional<String> reason) {}
