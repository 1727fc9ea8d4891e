package org.planledger.core.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stored attempt: a command as received and what was decided on it.
///
/// @param number its place among all attempts, from 1 and without gaps
/// @param positions the events stored with it; null when there were none. Commands that shared
///     one unit of work share its span
/// @param planSequence the sequence of the plan's last event after it; null without a plan
public record AttemptRow(
    long number,
    String client,
    String idempotencyKey,
    Bytes fingerprint,
    @Nullable String planId,
    @Nullable String caseId,
    String commandType,
    Bytes command,
    AttemptOutcome outcome,
    Bytes decision,
    @Nullable PositionSpan positions,
    @Nullable Long planSequence,
    String actor,
    @Nullable String trace,
    Instant businessMoment,
    Instant recordedAt) {}
