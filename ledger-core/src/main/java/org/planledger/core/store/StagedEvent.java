package org.planledger.core.store;

import java.time.Instant;

/// An event with its final bytes and hashes, ready to be stored: all of a row but what depends
/// on its position.
record StagedEvent(
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
