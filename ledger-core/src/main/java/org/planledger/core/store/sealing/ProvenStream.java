package org.planledger.core.store.sealing;

import java.util.List;
import org.planledger.core.evidence.MapProof;
import org.planledger.core.store.StreamType;

/// A whole stream with the proof that it has these events and no others.
///
/// @param events all of them in order, from the first
/// @param map what the map of streams holds at the stream's place: where it ends
public record ProvenStream(
    String streamId, StreamType streamType, List<ProvenEvent> events, MapProof map) {

  public ProvenStream {
    events = List.copyOf(events);
  }
}
