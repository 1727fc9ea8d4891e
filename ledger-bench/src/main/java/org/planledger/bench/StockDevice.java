package org.planledger.bench;

import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;

/// A device as an aggregate of the framework, with the same rules as ours.
final class StockDevice {

  @SuppressWarnings("UnusedVariable") // The framework reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Device device;

  StockDevice() {}

  @EventSourcingHandler
  void on(DeviceEvent event) {
    id = event.deviceId().value();
    device = Device.evolve(device().orElseGet(() -> Device.unseen(event.deviceId())), event);
  }

  Optional<Device> device() {
    return Optional.ofNullable(device);
  }
}
