package org.planledger.core.axon;

import java.util.Map;
import java.util.Optional;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.json.StoredJsonException;
import org.planledger.core.json.StoredType;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.NewerRecordException;

/// Reads stored events as they mean today: older forms are brought up to date by the same
/// upcasters that Axon uses, so that everybody who reads the ledger reads the same. A form that
/// only a newer version of the program knows is a [NewerRecordException].
public final class EventDecoder {

  private final LedgerSerializer serializer;
  private final EventUpcaster upcasters;

  EventDecoder(LedgerSerializer serializer, EventUpcaster upcasters) {
    this.serializer = serializer;
    this.upcasters = upcasters;
  }

  /// The event of a plan's stream.
  public RecordedEvent<PlanEvent> planEvent(EventRow row) {
    return recorded(row, PlanEvent.class);
  }

  /// Whether a newer version of the program wrote the event, and only that one can read it.
  public static boolean isNewer(EventRow row) {
    return EventCatalogue.isNewer(new StoredType(row.type(), row.revision()));
  }

  /// The event of a device's stream.
  RecordedEvent<DeviceEvent> deviceEvent(EventRow row) {
    return recorded(row, DeviceEvent.class);
  }

  /// The event, whatever its stream.
  public RecordedEvent<?> event(EventRow row) {
    return switch (row.streamType()) {
      case PLAN -> planEvent(row);
      case DEVICE -> deviceEvent(row);
    };
  }

  private <E> RecordedEvent<E> recorded(EventRow row, Class<E> kind) {
    var metadata = metadata(row);
    return new RecordedEvent<>(
        row.position(),
        row.sequence(),
        row.eventId(),
        row.type(),
        row.revision(),
        row.recordedAt(),
        text(metadata, EventMetadata.CLIENT, row),
        text(metadata, EventMetadata.ACTOR, row),
        Optional.ofNullable(metadata.get(EventMetadata.TRACEPARENT)),
        text(metadata, EventMetadata.IDEMPOTENCY_KEY, row),
        kind.cast(payload(row)));
  }

  private Object payload(EventRow row) {
    var upcast = Upcasters.upcast(row, upcasters, serializer);
    if (upcast.size() != 1) {
      throw new IllegalStateException(
          "the upcasters turn event %d into %d: an event stays one event"
              .formatted(row.position(), upcast.size()));
    }
    try {
      return serializer.deserialize(upcast.getFirst().getData());
    } catch (StoredJsonException e) {
      throw e.isNewer() ? NewerRecordException.event(row) : e;
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> metadata(EventRow row) {
    return LedgerJson.read(row.metadata().toArray(), Map.class);
  }

  private static String text(Map<String, String> metadata, String name, EventRow row) {
    var text = metadata.get(name);
    if (text == null) {
      throw new IllegalStateException(
          "the metadata of event %d have no %s".formatted(row.position(), name));
    }
    return text;
  }
}
