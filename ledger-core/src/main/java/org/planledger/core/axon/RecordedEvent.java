package org.planledger.core.axon;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// An event with what the ledger recorded about it.
///
/// @param position its place in the whole ledger, from 1 and without gaps
/// @param sequence its place in its own stream, from 0 and without gaps
/// @param type the stable name of the event
/// @param revision the revision of the form in which it is stored
/// @param recordedAt when the ledger recorded it, which may be later than when it happened
/// @param attempt the number of the attempt it follows from, where that is known
public record RecordedEvent<E>(
    long position,
    long sequence,
    String eventId,
    String type,
    String revision,
    Instant recordedAt,
    String client,
    String actor,
    Optional<String> traceparent,
    OptionalLong attempt,
    E event) {}
