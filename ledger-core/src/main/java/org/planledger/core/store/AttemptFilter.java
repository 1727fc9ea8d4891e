package org.planledger.core.store;

import java.time.Instant;
import java.util.Optional;

/// Which attempts are looked for: all that is left out does not matter.
///
/// @param commandType the stable name of the command
/// @param traceId the id in the trace that the request came in with (W3C Trace Context)
/// @param from recorded at this moment or later
/// @param to recorded before this moment
public record AttemptFilter(
    Optional<String> actor,
    Optional<String> client,
    Optional<String> commandType,
    Optional<AttemptOutcome> outcome,
    Optional<String> traceId,
    Optional<Instant> from,
    Optional<Instant> to) {}
