package org.planledger.api.devices;

import java.util.Optional;
import org.planledger.api.moment.Past;
import org.planledger.api.plans.Histories;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.axon.DeviceHistory;
import org.planledger.core.axon.Moment;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.device.Device;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.springframework.stereotype.Component;

/// Finds devices and the plans they belong to, as they are or as they were; never behind.
@Component
final class Devices {
  private final PlanLedger ledger;
  private final Histories histories;

  Devices(PlanLedger ledger, Histories histories) {
    this.ledger = ledger;
    this.histories = histories;
  }

  /// The device; one that the ledger had never seen ends the request.
  Device known(DeviceId id, Optional<Past> past) {
    return past.map(at -> ledger.device(id, Moment.asOfPosition(at.position())))
        .orElseGet(() -> ledger.device(id))
        .map(DeviceHistory::device)
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_DEVICE));
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
  Optional<PlanHistory> historyIfAny(Device device, Optional<Past> past) {
    return planOf(device)
        .flatMap(
            plan ->
                past.map(at -> histories.at(plan, at))
                    .orElseGet(() -> Optional.of(histories.now(plan))));
  }

  /// The history of that plan; a device without one ends the request. At a position in the middle
  /// of a command the device may be bound already, and its plan not yet.
  PlanHistory history(Device device, Optional<Past> past) {
    return historyIfAny(device, past)
        .filter(history -> history.plan().head().isPresent())
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemType.UNKNOWN_PLAN,
                    past.isPresent()
                        ? "No plan had covered this device by then."
                        : "No plan covers this device or ever did: its only binding was a"
                            + " mistake."));
  }
}
