package org.planledger.core.plan;

import java.util.Map;
import java.util.Optional;
import org.planledger.core.device.Device;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.TermsBook;

/// All that a decision may look at beside the command: the plan, the devices that the command
/// touches, and the terms.
///
/// @param plan empty only before the plan is sold
public record Situation(Optional<Plan> plan, Map<DeviceId, Device> devices, TermsBook terms) {

  public Situation {
    devices = Map.copyOf(devices);
  }

  /// The plan of a command that needs one; throws `IllegalStateException` if it was never sold,
  /// which whoever loads the situation has to rule out first.
  Plan sold() {
    return plan.orElseThrow(() -> new IllegalStateException("this plan was never sold"));
  }

  /// A device the command touches; one that was not loaded has never been seen.
  Device device(DeviceId id) {
    return devices.getOrDefault(id, Device.unseen(id));
  }
}
