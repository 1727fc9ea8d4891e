package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/// How much a bundle is to show.
record ProofQuery(
    @Schema(description = "Why it is asked; recorded with who asked.") @Size(max = 200)
        Optional<String> reason,
    @Schema(
            description =
                "Whether to add the values that commitments stand for, as far as they are not"
                    + " erased.")
        Optional<Boolean> privateValues) {}
