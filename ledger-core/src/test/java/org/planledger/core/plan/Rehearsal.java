package org.planledger.core.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.planledger.core.device.Device;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.TermsBook;

/// One plan on the side: what is put to it here leaves the real one as it is.
final class Rehearsal {
  private final Map<DeviceId, Device> devices;
  private final TermsBook book;
  private Plan plan;

  Rehearsal(Plan plan, Map<DeviceId, Device> devices, TermsBook book) {
    this.plan = plan;
    this.devices = new HashMap<>(devices);
    this.book = book;
  }

  Plan plan() {
    return plan;
  }

  /// The situation as a view has it: no device is loaded for it.
  Situation seen() {
    return new Situation(Optional.of(plan), Map.of(), book);
  }

  /// The situation as a command finds it: with the devices that it touches.
  Situation met(PlanCommand command) {
    var touched = new HashMap<DeviceId, Device>();
    for (var id : Plan.devices(Optional.of(plan), command)) {
      Optional.ofNullable(devices.get(id)).ifPresent(device -> touched.put(id, device));
    }
    return new Situation(Optional.of(plan), touched, book);
  }

  Decision put(PlanCommand command) {
    var decision = Plan.decide(met(command), command);
    if (decision instanceof Accepted yes) {
      yes.changes().plan().forEach(event -> plan = Plan.evolve(plan, event));
      for (var event : yes.changes().devices()) {
        var id = event.deviceId();
        devices.put(id, Device.evolve(devices.getOrDefault(id, Device.unseen(id)), event));
      }
    }
    return decision;
  }
}
