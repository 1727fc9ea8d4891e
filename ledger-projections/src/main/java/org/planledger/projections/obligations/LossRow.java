package org.planledger.projections.obligations;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Row;

/// A device that was reported lost in a case, whether it was found again or not.
record LossRow(
    PlanId planId,
    CaseId caseId,
    DeviceId deviceId,
    String centreId,
    RegionCode region,
    Optional<Instant> recoveredAt,
    long position)
    implements Row {

  LossRow recovered(Instant when, long at) {
    return new LossRow(planId, caseId, deviceId, centreId, region, Optional.of(when), at);
  }

  /// Throws `IllegalStateException` if the device was not found.
  ObligationView view() {
    return new ObligationView(
        planId,
        caseId,
        deviceId,
        centreId,
        region,
        recoveredAt.orElseThrow(() -> new IllegalStateException(caseId + " recovered nothing")),
        position);
  }
}
