package org.planledger.projections.lineage;

import java.util.Optional;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;

/// A device that the ledger has seen.
///
/// @param plan the plan that covers it now
/// @param lastPlan the plan that covered it last, or covers it now
/// @param head the device that this plan covers now
/// @param status the furthest of what is true of the device
/// @param position the position of the last event that changed the device
record DeviceView(
    DeviceId deviceId,
    Optional<PlanId> plan,
    PlanId lastPlan,
    DeviceId head,
    DeviceStatus status,
    boolean restricted,
    boolean ownedByProvider,
    long position) {}
