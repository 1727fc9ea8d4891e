package org.planledger.projections.lineage;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Service;

/// One device in the chain of a plan, or bound to it by mistake, with what it is now.
///
/// @param ordinal its place in the chain, the first device being 1; what was bound by mistake has
///     that of the right one
/// @param cause why it came under the plan
/// @param predecessor the device whose place it took
/// @param successor the device that took its place
/// @param replacedIn the case in which that happened
/// @param replacedUnder the service under which that happened; none for a repair outside the plan
/// @param correctedTo the right device, if this one was bound by mistake and never covered
/// @param correctedAt when that was put right
/// @param boundPosition where the ledger has the binding
/// @param status what the device is now, which may be by the doing of a later plan
record LineageView(
    PlanId planId,
    int ordinal,
    DeviceId deviceId,
    ModelCode model,
    Instant boundAt,
    BindingCause cause,
    Optional<DeviceId> predecessor,
    Optional<DeviceId> successor,
    Optional<Instant> replacedAt,
    Optional<CaseId> replacedIn,
    Optional<Service> replacedUnder,
    Optional<DeviceId> correctedTo,
    Optional<Instant> correctedAt,
    long boundPosition,
    DeviceStatus status,
    boolean restricted,
    boolean ownedByProvider) {}
