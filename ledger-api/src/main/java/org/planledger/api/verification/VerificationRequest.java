package org.planledger.api.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.planledger.core.store.sealing.VerificationResult.Extent;

/// Begins a verification.
record VerificationRequest(
    @Schema(
            description =
                "How much is looked at; left out, what has been recorded since the last"
                    + " verification that found all to be well.")
        Optional<Extent> extent) {}
