package org.planledger.projections.entitlement;

import static org.planledger.projections.entitlement.EntitlementTables.CLAIMS;
import static org.planledger.projections.entitlement.EntitlementTables.ENTITLEMENTS;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.projections.entitlement.ClaimRow.State;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Counts what is used and held back of each service (clause 2.3, decision A-06): reserved when it
/// is claimed, used when the case is settled under it, free again when the case comes to nothing or
/// is settled otherwise. Maintenance and the extended warranty are used when they are carried out,
/// and never reserved.
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
      case ReplacementClaimed claim ->
          claim(claim, EntitledService.REPLACEMENT, Optional.of(claim.mode()), at, rows);
      case RepairDiscountClaimed claim ->
          claim(claim, EntitledService.REPAIR_DISCOUNT, Optional.empty(), at, rows);
      case MaintenancePerformed done -> maintained(done, at, rows);
      case ReplacementShipped shipped -> settle(shipped, Optional.of(shipped.service()), at, rows);
      case RepairCompleted repaired -> settle(repaired, repaired.service(), at, rows);
      case CaseWithdrawn withdrawn -> settle(withdrawn, Optional.empty(), at, rows);
      case CaseLapsed lapsed -> settle(lapsed, Optional.empty(), at, rows);
      case CaseRefused refused -> settle(refused, Optional.empty(), at, rows);
      case CaseReinstated reinstated -> reserveAgain(reinstated, at, rows);
      case TermsUpgraded upgraded -> upgrade(upgraded.figures(), at, rows);
      case PlanReturned _, PlanExited _ -> end(at, rows);
      case DeviceBound _, LinkRecorded _, LinkRemoved _, CaseOpened _, BindingCorrected _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case LinkCorrected _, ReceiptCorrected _, AssessmentCorrected _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case FeePaid _, FeeRefunded _, DeviceRecovered _, RecoveredDeviceReturned _ -> {}
      case RefusalWaived _, ServiceExpired _, ServiceExhausted _ -> {}
      case RewardGranted _, RewardForfeited _, ProductReturned _, ExitRequested _ -> {}
    }
  }

  private static void begin(PlanPurchased sold, long at, Rows rows) {
    var figures = sold.figures();
    var plan = sold.planId();
    for (var service : EntitledService.values()) {
      rows.put(
          ENTITLEMENTS,
          service == EntitledService.EXTENDED_WARRANTY && figures.extendedWarranty()
              ? EntitlementView.unlimited(plan, service, at)
              : EntitlementView.limited(plan, service, total(figures, service), at));
    }
  }

  private static int total(PlanFigures figures, EntitledService service) {
    return switch (service) {
      case REPLACEMENT -> figures.replacementTotal();
      case FLYAWAY -> figures.flyawayMax();
      case REPAIR_DISCOUNT -> figures.repairDiscountTotal();
      case MAINTENANCE -> figures.maintenanceTotal();
      // Where a plan has one at all, it has no limit.
      case EXTENDED_WARRANTY -> 0;
    };
  }

  private static void claim(
      CaseEvent claim,
      EntitledService service,
      Optional<ReplacementMode> mode,
      long at,
      Rows rows) {
    rows.put(
        CLAIMS, new ClaimRow(claim.planId(), claim.caseId(), service, mode, State.RESERVED, at));
    count(at, rows);
  }

  /// What is never held back before it is carried out.
  private static void use(CaseEvent event, EntitledService service, long at, Rows rows) {
    rows.put(
        CLAIMS,
        new ClaimRow(event.planId(), event.caseId(), service, Optional.empty(), State.USED, at));
  }

  private static void maintained(MaintenancePerformed done, long at, Rows rows) {
    use(done, EntitledService.MAINTENANCE, at, rows);
    count(at, rows);
  }

  /// What the case holds back is used if it was settled under that service, and free otherwise. The
  /// extended warranty needs no claim.
  private static void settle(CaseEvent event, Optional<Service> under, long at, Rows rows) {
    for (var claim : claims(event, State.RESERVED, rows)) {
      boolean used =
          under.filter(service -> service.name().equals(claim.service().name())).isPresent();
      rows.put(CLAIMS, claim.now(used ? State.USED : State.RELEASED, at));
    }
    if (under.equals(Optional.of(Service.EXTENDED_WARRANTY))) {
      use(event, EntitledService.EXTENDED_WARRANTY, at, rows);
    }
    count(at, rows);
  }

  private static void reserveAgain(CaseReinstated event, long at, Rows rows) {
    for (var claim : claims(event, State.RELEASED, rows)) {
      rows.put(CLAIMS, claim.now(State.RESERVED, at));
    }
    count(at, rows);
  }

  private static List<ClaimRow> claims(CaseEvent event, State state, Rows rows) {
    return rows.all(CLAIMS).stream()
        .filter(claim -> claim.caseId().equals(event.caseId()) && claim.state() == state)
        .toList();
  }

  /// Used and reserved stay, and so does what has no limit (decisions ).
  private static void upgrade(PlanFigures figures, long at, Rows rows) {
    for (var row : rows.all(ENTITLEMENTS)) {
      if (row.total().filter(total -> total != total(figures, row.service())).isPresent()) {
        rows.put(ENTITLEMENTS, row.granting(total(figures, row.service()), at));
      }
    }
    count(at, rows);
  }

  private static void end(long at, Rows rows) {
    rows.all(ENTITLEMENTS).forEach(row -> rows.put(ENTITLEMENTS, row.ended(at)));
  }

  private static void count(long at, Rows rows) {
    var replacement = counted(EntitledService.REPLACEMENT, _ -> true, at, rows);
    var flyaway =
        counted(
            EntitledService.FLYAWAY,
            claim -> claim.mode().equals(Optional.of(ReplacementMode.FLYAWAY)),
            at,
            rows);
    put(replacement, rows);
    put(flyaway.within(replacement), rows);
    put(counted(EntitledService.REPAIR_DISCOUNT, _ -> true, at, rows), rows);
    put(counted(EntitledService.MAINTENANCE, _ -> true, at, rows), rows);
    put(counted(EntitledService.EXTENDED_WARRANTY, _ -> true, at, rows), rows);
  }

  private static EntitlementView counted(
      EntitledService service, Predicate<ClaimRow> which, long at, Rows rows) {
    var drawnOn = service == EntitledService.FLYAWAY ? EntitledService.REPLACEMENT : service;
    var counting =
        rows.all(CLAIMS).stream()
            .filter(claim -> claim.service() == drawnOn)
            .filter(which)
            .toList();
    var before =
        rows.find(ENTITLEMENTS, service)
            .orElseThrow(() -> new IllegalStateException("a plan was never sold"));
    return before.counted(in(State.USED, counting), in(State.RESERVED, counting), at);
  }

  private static int in(State state, List<ClaimRow> claims) {
    return (int) claims.stream().filter(claim -> claim.state() == state).count();
  }

  /// A row in which nothing has changed is not written again.
  private static void put(EntitlementView row, Rows rows) {
    if (rows.find(ENTITLEMENTS, row.service()).filter(row::saysTheSameAs).isEmpty()) {
      rows.put(ENTITLEMENTS, row);
    }
  }
}
