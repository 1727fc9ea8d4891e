package org.planledger.core.axon;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.planledger.core.store.EventRow;

/// All steps from an older form of an event to the next newer one, in the order in which the forms
/// changed. A step is named after its event and its two revisions, works on the tree of JSON and
/// turns one event into one event. What is stored stays as it is: hashes and proofs are over it.
final class Upcasters {

  private Upcasters() {}

  static EventUpcaster chain() {
    return new EventUpcasterChain(new ReplacementClaimed1to2());
  }

  /// A stored event in its newest form.
  static List<IntermediateEventRepresentation> upcast(
      EventRow row, EventUpcaster chain, Serializer serializer) {
    return upcast(
        new GenericDomainEventEntry<>(
            row.streamType().name(),
            row.streamId(),
            row.sequence(),
            row.eventId(),
            row.recordedAt(),
            row.type(),
            row.revision(),
            row.payload().toArray(),
            row.metadata().toArray()),
        chain,
        serializer);
  }

  /// A payload in its newest form that is kept outside of the streams, such as a dead letter.
  static List<IntermediateEventRepresentation> upcast(
      SerializedType type, byte[] payload, EventUpcaster chain, Serializer serializer) {
    return upcast(
        new GenericDomainEventEntry<>(
            "",
            "",
            0,
            "",
            java.time.Instant.EPOCH,
            type.getName(),
            type.getRevision(),
            payload,
            NO_METADATA),
        chain,
        serializer);
  }

  private static List<IntermediateEventRepresentation> upcast(
      GenericDomainEventEntry<byte[]> stored, EventUpcaster chain, Serializer serializer) {
    IntermediateEventRepresentation initial = new InitialEventRepresentation(stored, serializer);
    return chain.upcast(Stream.of(initial)).toList();
  }

  private static final byte[] NO_METADATA = {'{', '}'};
}
