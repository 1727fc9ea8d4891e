package org.planledger.projections.obligations;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.plan.PlanEvent.CaseOpened;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Row;

/// A device that was reported lost in a case, whether it was found again or not.
///
/// @param found when it was found after it had become the provider's
/// @param returnedAt when it came back to the provider
record LossRow(
    PlanId planId,
    CaseId caseId,
    DeviceId deviceId,
    String centreId,
    RegionCode region,
    Optional<Found> found,
    Optional<Instant> returnedAt,
    long position)
    implements Row {

  /// That a device was found, and where the ledger has the report.
  record Found(Instant at, long position) {}

  static LossRow opened(CaseOpened opened, long at) {
    return new LossRow(
        opened.planId(),
        opened.caseId(),
        opened.deviceId(),
        opened.centreId(),
        opened.region(),
        Optional.empty(),
        Optional.empty(),
        at);
  }

  LossRow recovered(Instant when, long at) {
    return with(Optional.of(new Found(when, at)), returnedAt, at);
  }

  LossRow returned(Instant when, long at) {
    return with(found, Optional.of(when), at);
  }

  private LossRow with(Optional<Found> nowFound, Optional<Instant> nowReturned, long at) {
    return new LossRow(planId, caseId, deviceId, centreId, region, nowFound, nowReturned, at);
  }
}
