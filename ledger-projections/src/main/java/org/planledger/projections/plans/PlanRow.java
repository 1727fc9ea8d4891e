package org.planledger.projections.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Window;
import org.planledger.projections.fold.Row;

/// A plan with all that its status on any day follows from.
///
/// @param head the device it covers now
/// @param replacementsLeft how many of its replacements are not used yet, reserved ones included
/// @param othersLeft whether it has another service of which anything is left
record PlanRow(
    PlanId planId,
    PlanType planType,
    RegionCode region,
    ZoneId zone,
    Edition edition,
    Window window,
    Instant purchasedAt,
    Optional<Head> head,
    int openCases,
    int replacementsLeft,
    boolean othersLeft,
    long position)
    implements Row {

  /// The device a plan covers now.
  record Head(DeviceId deviceId, ModelCode model, Instant boundAt) {}

  static PlanRow sold(PlanPurchased sold, long at) {
    var figures = sold.figures();
    return new PlanRow(
        sold.planId(),
        sold.planType(),
        sold.region(),
        sold.zone(),
        sold.terms().edition(),
        sold.window(),
        sold.at(),
        Optional.empty(),
        0,
        figures.replacementTotal(),
        figures.extendedWarranty()
            || figures.repairDiscountTotal() > 0
            || figures.maintenanceTotal() > 0,
        at);
  }

  PlanRow bound(DeviceBound bound, long at) {
    var now = new Head(bound.deviceId(), bound.model(), bound.at());
    return with(Optional.of(now), openCases, replacementsLeft, at);
  }

  PlanRow caseOpened(long at) {
    return with(head, openCases + 1, replacementsLeft, at);
  }

  PlanRow caseClosed(boolean replacementUsed, long at) {
    return with(head, openCases - 1, replacementsLeft - (replacementUsed ? 1 : 0), at);
  }

  PlanStatus statusOn(LocalDate day) {
    if (head.isEmpty()) {
      return PlanStatus.PURCHASED;
    }
    if (!day.isBefore(window.until())) {
      return PlanStatus.EXPIRED;
    }
    return replacementsLeft == 0 && !othersLeft ? PlanStatus.COMPLETED : PlanStatus.ACTIVE;
  }

  PlanView view(LocalDate day) {
    return new PlanView(
        planId,
        statusOn(day),
        planType,
        region,
        zone,
        edition,
        window,
        purchasedAt,
        head.map(Head::deviceId),
        head.map(Head::model),
        head.map(Head::boundAt),
        openCases,
        position);
  }

  private PlanRow with(Optional<Head> now, int nowOpen, int nowLeft, long at) {
    return new PlanRow(
        planId,
        planType,
        region,
        zone,
        edition,
        window,
        purchasedAt,
        now,
        nowOpen,
        nowLeft,
        othersLeft,
        at);
  }
}
