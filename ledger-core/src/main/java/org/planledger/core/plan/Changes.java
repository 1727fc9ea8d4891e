package org.planledger.core.plan;

import java.util.List;
import java.util.stream.Stream;
import org.planledger.core.device.DeviceEvent;

/// The events that follow from one accepted command: those of the plan, and those of the devices
/// it touched, each list in order.
public record Changes(List<PlanEvent> plan, List<DeviceEvent> devices) {

  public Changes {
    plan = List.copyOf(plan);
    devices = List.copyOf(devices);
  }

  static Changes of(PlanEvent... plan) {
    return new Changes(List.of(plan), List.of());
  }

  /// These changes with one more event of the plan before all others.
  Changes after(PlanEvent first) {
    return new Changes(Stream.concat(Stream.of(first), plan.stream()).toList(), devices);
  }

  /// These changes with one more event of a device before all others.
  Changes afterOnDevices(DeviceEvent first) {
    return new Changes(plan, Stream.concat(Stream.of(first), devices.stream()).toList());
  }

  Changes with(DeviceEvent... devices) {
    return new Changes(plan, List.of(devices));
  }
}
