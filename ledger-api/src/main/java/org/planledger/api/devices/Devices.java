package org.planledger.api.devices;

import java.util.Optional;
import org.planledger.api.plans.Histories;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.axon.DeviceHistory;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.device.Device;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.springframework.stereotype.Component;

/// Finds devices and the plans they belong to, always current.
@Component
final class Devices {
  private final PlanLedger ledger;
  private final Histories histories;

  Devices(PlanLedger ledger, Histories histories) {
    this.ledger = ledger;
    this.histories = histories;
  }

  /// The device; one that the ledger has never seen ends the request.
  Device known(DeviceId id) {
    return find(id).orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_DEVICE));
  }

  Optional<Device> find(DeviceId id) {
    return ledger.device(id).map(DeviceHistory::device);
  }

  /// The plan of a device: the one that covers it now, or else the last that did (decision A-90).
  /// None for a device whose only binding was undone: it counts as never bound.
  static Optional<PlanId> planOf(Device device) {
    return device
        .plan()
        .or(
            () ->
                device.plans().isEmpty()
                    ? Optional.empty()
                    : Optional.of(device.plans().getLast()));
  }

  /// The history of that plan, if there is one.
  Optional<PlanHistory> historyIfAny(Device device) {
    return planOf(device).map(histories::now);
  }

  /// The history of that plan; a device without one ends the request.
  PlanHistory history(Device device) {
    return historyIfAny(device)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.UNKNOWN_PLAN,
                    "No plan covers this device or ever did: its only binding was a mistake."));
  }
}
