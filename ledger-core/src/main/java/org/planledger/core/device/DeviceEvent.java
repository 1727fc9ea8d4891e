package org.planledger.core.device;

import java.time.Instant;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;

/// Everything that can happen to a device in the eyes of the ledger.
public sealed interface DeviceEvent {

  DeviceId deviceId();

  /// The plan on whose behalf it happened.
  PlanId planId();

  /// The business moment, which may lie before the moment of recording.
  Instant at();

  /// The device came under a plan: sold with it, or delivered as the successor of another.
  record BoundToPlan(
      DeviceId deviceId, PlanId planId, Instant at, ModelCode model, BindingCause cause)
      implements DeviceEvent {}

  /// A flyaway report was filed: the device must not be used.
  record Restricted(DeviceId deviceId, PlanId planId, Instant at, CaseId caseId)
      implements DeviceEvent {}

  /// The flyaway report was cancelled: the device may be used again.
  record Released(DeviceId deviceId, PlanId planId, Instant at, CaseId caseId)
      implements DeviceEvent {}

  /// The device became the provider's.
  record OwnershipTransferred(DeviceId deviceId, PlanId planId, Instant at, CaseId caseId)
      implements DeviceEvent {}

  /// Another device took the place of this one in its plan.
  record Superseded(DeviceId deviceId, PlanId planId, Instant at, CaseId caseId, DeviceId successor)
      implements DeviceEvent {}

  /// A binding that named this device by mistake was undone; it counts as never made.
  record BindingUndone(DeviceId deviceId, PlanId planId, Instant at) implements DeviceEvent {}

  /// The device, the provider's since it was lost, was found and came back to the provider.
  record ReturnedToProvider(DeviceId deviceId, PlanId planId, Instant at, CaseId caseId)
      implements DeviceEvent {}
}
