package org.planledger.projections.entitlement;

import static org.planledger.projections.entitlement.EntitlementTables.CLAIMS;
import static org.planledger.projections.entitlement.EntitlementTables.ENTITLEMENTS;

import java.util.List;
import java.util.function.Predicate;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.entitlement.ClaimRow.State;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Counts what is used and held back of each service (clause 2.3, decision A-06): reserved when it
/// is claimed, used when the replacement is shipped, free again when the case comes to nothing.
public final class EntitlementProjection implements Projection {

  @Override
  public String name() {
    return "entitlement_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(ENTITLEMENTS, CLAIMS);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    switch (event) {
      case PlanPurchased sold -> begin(sold, at, rows);
      case ReplacementClaimed claim -> reserve(claim, at, rows);
      case ReplacementShipped shipped -> settle(shipped, State.USED, at, rows);
      case CaseWithdrawn withdrawn -> settle(withdrawn, State.RELEASED, at, rows);
      case CaseLapsed lapsed -> settle(lapsed, State.RELEASED, at, rows);
      case DeviceBound _, LinkRecorded _, LinkRemoved _, CaseOpened _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case FeePaid _, DeviceRecovered _ -> {}
      case RepairDiscountClaimed _, RepairCompleted _, MaintenancePerformed _, FeeRefunded _ -> {}
      case RecoveredDeviceReturned _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case BindingCorrected _, ServiceExpired _, ServiceExhausted _, RewardGranted _ -> {}
      case RewardForfeited _, TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private static void begin(PlanPurchased sold, long at, Rows rows) {
    var figures = sold.figures();
    var plan = sold.planId();
    for (var service : EntitledService.values()) {
      rows.put(
          ENTITLEMENTS,
          switch (service) {
            case REPLACEMENT ->
                EntitlementView.limited(plan, service, figures.replacementTotal(), 0, 0, at);
            case FLYAWAY -> EntitlementView.limited(plan, service, figures.flyawayMax(), 0, 0, at);
            case REPAIR_DISCOUNT ->
                EntitlementView.limited(plan, service, figures.repairDiscountTotal(), 0, 0, at);
            case MAINTENANCE ->
                EntitlementView.limited(plan, service, figures.maintenanceTotal(), 0, 0, at);
            case EXTENDED_WARRANTY ->
                figures.extendedWarranty()
                    ? EntitlementView.unlimited(plan, service, at)
                    : EntitlementView.limited(plan, service, 0, 0, 0, at);
          });
    }
  }

  private static void reserve(ReplacementClaimed claim, long at, Rows rows) {
    rows.put(
        CLAIMS, new ClaimRow(claim.planId(), claim.caseId(), claim.mode(), State.RESERVED, at));
    count(at, rows);
  }

  /// A case without a claim has nothing to settle: what it got was free, or nothing.
  private static void settle(CaseEvent event, State state, long at, Rows rows) {
    if (rows.find(CLAIMS, event.caseId()).isPresent()) {
      rows.change(CLAIMS, event.caseId(), claim -> claim.now(state, at));
      count(at, rows);
    }
  }

  private static void count(long at, Rows rows) {
    Predicate<ClaimRow> any = _ -> true;
    Predicate<ClaimRow> flyaway = claim -> claim.mode() == ReplacementMode.FLYAWAY;
    rows.change(
        ENTITLEMENTS,
        EntitledService.REPLACEMENT,
        row -> row.counted(claims(rows, any, State.USED), claims(rows, any, State.RESERVED), at));
    var replacement = rows.find(ENTITLEMENTS, EntitledService.REPLACEMENT).orElseThrow();
    rows.change(
        ENTITLEMENTS,
        EntitledService.FLYAWAY,
        row ->
            row.counted(
                    claims(rows, flyaway, State.USED), claims(rows, flyaway, State.RESERVED), at)
                .within(replacement));
  }

  private static int claims(Rows rows, Predicate<ClaimRow> kind, State state) {
    return (int)
        rows.all(CLAIMS).stream().filter(kind).filter(claim -> claim.state() == state).count();
  }
}
