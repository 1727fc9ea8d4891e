package org.planledger.projections.lineage;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Row;

/// A device in the chain of a plan, by the events of the plan alone.
record BindingRow(
    PlanId planId,
    DeviceId deviceId,
    int ordinal,
    ModelCode model,
    Instant boundAt,
    BindingCause cause,
    Optional<DeviceId> predecessor,
    Optional<Replaced> replaced,
    long position)
    implements Row {

  /// How the device left the chain.
  record Replaced(DeviceId successor, Instant at, CaseId caseId, Service service) {}

  BindingRow replacedBy(Replaced replacement, long at) {
    return new BindingRow(
        planId,
        deviceId,
        ordinal,
        model,
        boundAt,
        cause,
        predecessor,
        Optional.of(replacement),
        at);
  }
}
