package org.planledger.projections.lineage;

import java.util.Optional;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Row;

/// A device as it is now, by its own events alone.
///
/// @param plan the plan that covers it now
/// @param lastPlan the plan that covered it last, or covers it now
record DeviceRow(
    DeviceId deviceId,
    Optional<PlanId> plan,
    PlanId lastPlan,
    DeviceStatus status,
    boolean restricted,
    boolean ownedByProvider,
    Optional<DeviceId> successor,
    long position)
    implements Row {}
