package org.planledger.core.store.sealing;

import org.planledger.core.evidence.MapProof;

/// What the map of streams of one checkpoint holds at the place of a stream.
///
/// @param checkpoint that it is proven against
/// @param map the proof; it has the stream's own entry if there is such a stream
public record PlaceProof(StoredCheckpoint checkpoint, MapProof map) {}
