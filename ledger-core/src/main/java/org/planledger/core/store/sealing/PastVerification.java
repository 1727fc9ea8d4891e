package org.planledger.core.store.sealing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.sealing.VerificationResult.Extent;

/// A verification as it was recorded.
///
/// @param finding the first thing that was wrong; null if all was well
public record PastVerification(
    long number,
    Extent extent,
    long checkpoint,
    Instant startedAt,
    Instant endedAt,
    @Nullable String finding) {}
