package org.planledger.core.axon;

import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;

/// A device as Axon sees it: an id and a state that follows from its events. It decides nothing.
/// The type is the name of its kind of stream in the store.
@AggregateRoot(type = "DEVICE")
final class DeviceAggregate {

  /// Only Axon reads it.
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Device device;

  /// For Axon, which makes one before it has any event.
  DeviceAggregate() {}

  @EventSourcingHandler
  void on(DeviceEvent event) {
    id = event.deviceId().value();
    device = Device.evolve(device().orElseGet(() -> Device.unseen(event.deviceId())), event);
  }

  /// None as long as the ledger has never heard of it.
  Optional<Device> device() {
    return Optional.ofNullable(device);
  }
}
