package org.planledger.projections.lineage;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Row;

/// A device that came under a plan, by the events of the plan alone.
///
/// @param ordinal its place in the chain; what was bound by mistake shares it with the right one
/// @param boundPosition where the ledger has the binding
record BindingRow(
    PlanId planId,
    DeviceId deviceId,
    int ordinal,
    ModelCode model,
    Instant boundAt,
    BindingCause cause,
    Optional<DeviceId> predecessor,
    Optional<Replaced> replaced,
    Optional<Corrected> corrected,
    long boundPosition,
    long position)
    implements Row {

  /// How the device left the chain.
  ///
  /// @param service what it was replaced under; none after a repair outside the plan
  record Replaced(DeviceId successor, Instant at, CaseId caseId, Optional<Service> service) {}

  /// That the device was never meant, and which one was.
  record Corrected(DeviceId to, Instant at) {}

  static BindingRow bound(DeviceBound bound, int ordinal, long at) {
    return new BindingRow(
        bound.planId(),
        bound.deviceId(),
        ordinal,
        bound.model(),
        bound.at(),
        bound.cause(),
        bound.inheritedFrom(),
        Optional.empty(),
        Optional.empty(),
        at,
        at);
  }

  BindingRow replacedBy(Replaced replacement, long at) {
    return with(Optional.of(replacement), corrected, at);
  }

  BindingRow correctedTo(Corrected correction, long at) {
    return with(replaced, Optional.of(correction), at);
  }

  private BindingRow with(
      Optional<Replaced> nowReplaced, Optional<Corrected> nowCorrected, long at) {
    return new BindingRow(
        planId,
        deviceId,
        ordinal,
        model,
        boundAt,
        cause,
        predecessor,
        nowReplaced,
        nowCorrected,
        boundPosition,
        at);
  }
}
