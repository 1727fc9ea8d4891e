package org.planledger.core.axon;

import java.util.List;
import java.util.Optional;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;

/// Reads streams and folds them. What it gives is as new as the store, whatever is cached.
final class Histories {

  private final LedgerEvents events;
  private final EventDecoder decoder;

  Histories(LedgerEvents events, EventDecoder decoder) {
    this.events = events;
    this.decoder = decoder;
  }

  Optional<PlanHistory> plan(PlanId id) {
    return plan(events.stream(id.toString()));
  }

  Optional<PlanHistory> plan(PlanId id, Moment upTo) {
    return plan(stream(id.toString(), upTo));
  }

  private List<EventRow> stream(String stream, Moment upTo) {
    return switch (upTo) {
      case Moment.AtSequence(long sequence) -> events.streamUpToSequence(stream, sequence);
      case Moment.AsOfPosition(long position) -> events.streamUpToPosition(stream, position);
      case Moment.AsOf(var instant) ->
          events.streamUpToPosition(stream, events.positionAsOf(instant));
    };
  }

  Optional<DeviceHistory> device(DeviceId id) {
    return device(id, events.stream(id.value()));
  }

  Optional<DeviceHistory> device(DeviceId id, Moment upTo) {
    return device(id, stream(id.value(), upTo));
  }

  private Optional<DeviceHistory> device(DeviceId id, List<EventRow> rows) {
    var recorded = rows.stream().map(decoder::deviceEvent).toList();
    return recorded.isEmpty()
        ? Optional.empty()
        : Optional.of(new DeviceHistory(fold(id, recorded), recorded));
  }

  private Optional<PlanHistory> plan(List<EventRow> rows) {
    var recorded = rows.stream().map(decoder::planEvent).toList();
    return Plan.fold(recorded.stream().map(RecordedEvent<PlanEvent>::event).toList())
        .map(plan -> new PlanHistory(plan, recorded));
  }

  private static Device fold(DeviceId id, List<RecordedEvent<DeviceEvent>> recorded) {
    var device = Device.unseen(id);
    for (var event : recorded) {
      device = Device.evolve(device, event.event());
    }
    return device;
  }
}
