package org.planledger.core.axon;

import java.util.List;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;

/// A device and all that led to it, oldest first.
public record DeviceHistory(Device device, List<RecordedEvent<DeviceEvent>> events) {

  public DeviceHistory {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a device is known by its first event");
    }
  }
}
