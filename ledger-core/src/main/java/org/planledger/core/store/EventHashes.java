package org.planledger.core.store;

/// What the log and the map of streams take of one event.
///
/// @param position its place in the whole ledger
/// @param streamId the plan's or the device's id
/// @param sequence its place in its stream
/// @param leafHash the hash of the event's record
/// @param streamHash the hash that chains the event to all earlier ones of its stream
public record EventHashes(
    long position, String streamId, long sequence, Bytes leafHash, Bytes streamHash) {}
