package org.planledger.core.store;

import java.time.Instant;

/// One stored event, exactly as its bytes lie in the database: before any upcaster.
///
/// @param position its place in the whole ledger, from 1 and without gaps; the order of positions
///     is the order of commits
/// @param ledgerTime the largest `recordedAt` at or below this position, which therefore never
///     falls as positions rise; [LedgerEvents#positionAsOf] goes by it
/// @param streamType which kind of stream it belongs to
/// @param streamId the plan's or the device's id
/// @param sequence its place in its stream, from 0 and without gaps
/// @param eventId a UUIDv7, unique in the ledger
/// @param type the short stable name of the event
/// @param revision the revision of the payload's form
/// @param recordedAt when the command side made the event, in whole microseconds
/// @param payload the event's own bytes
/// @param metadata the bytes of the metadata: who, through which client, in which trace
/// @param leafHash the hash of the event's record, see [RecordHash]
/// @param streamHash the hash that chains the event to all earlier ones of its stream
public record EventRow(
    long position,
    Instant ledgerTime,
    StreamType streamType,
    String streamId,
    long sequence,
    String eventId,
    String type,
    String revision,
    Instant recordedAt,
    Bytes payload,
    Bytes metadata,
    Bytes leafHash,
    Bytes streamHash) {}
