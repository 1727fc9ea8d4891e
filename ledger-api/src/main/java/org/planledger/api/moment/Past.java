package org.planledger.api.moment;

import java.time.Instant;

/// A point of the recorded past.
///
/// @param position the last event that had been recorded then
/// @param at the moment that was asked for, or else the one by which that event had been recorded
/// @param byMoment whether it was asked for by a moment, which may lie between two events
public record Past(long position, Instant at, boolean byMoment) {}
