package org.planledger.projections.fees;

import static org.planledger.projections.fees.FeesTables.CASES;
import static org.planledger.projections.fees.FeesTables.FEES;

import java.util.List;
import java.util.function.BiFunction;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the fees as they were quoted, with their payments (clause 2.5.1). Nothing is looked up
/// in a tariff: a fee is what the customer was told.
public final class FeesProjection implements Projection {

  @Override
  public String name() {
    return "fees_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(FEES, CASES);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    String eventId = recorded.eventId();
    switch (event) {
      case CaseOpened opened ->
          rows.put(CASES, new FeeCaseRow(opened.planId(), opened.caseId(), opened.region(), at));
      case ReplacementClaimed claim ->
          rows.put(FEES, FeeRow.quoted(eventId, claim, region(claim, rows), at));
      case FeePaid paid -> pay(paid, eventId, at, rows);
      case ReplacementShipped shipped -> end(shipped, FeeRow::settled, at, rows);
      case CaseWithdrawn withdrawn -> end(withdrawn, FeeRow::ended, at, rows);
      case CaseLapsed lapsed -> end(lapsed, FeeRow::ended, at, rows);
      case PlanPurchased _, DeviceBound _, LinkRecorded _, LinkRemoved _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case DeviceRecovered _ -> {}
      case RepairDiscountClaimed _, RepairCompleted _, MaintenancePerformed _, FeeRefunded _ -> {}
      case RecoveredDeviceReturned _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case BindingCorrected _, ServiceExpired _, ServiceExhausted _, RewardGranted _ -> {}
      case RewardForfeited _, TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private static void pay(FeePaid paid, String eventId, long at, Rows rows) {
    switch (paid.purpose()) {
      case SERVICE_FEE -> rows.put(FEES, serviceFee(paid.caseId(), rows).paid(paid, at));
      case MISSING_MATERIAL ->
          rows.put(FEES, FeeRow.material(eventId, paid, region(paid, rows), at));
    }
  }

  private static FeeRow serviceFee(CaseId theCase, Rows rows) {
    return rows.all(FEES).stream()
        .filter(fee -> fee.caseId().equals(theCase) && fee.mode().isPresent())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("a fee of case " + theCase + " was never quoted"));
  }

  private static void end(
      CaseEvent event, BiFunction<FeeRow, Long, FeeRow> end, long at, Rows rows) {
    rows.all(FEES).stream()
        .filter(fee -> fee.caseId().equals(event.caseId()))
        .forEach(fee -> rows.put(FEES, end.apply(fee, at)));
  }

  private static RegionCode region(CaseEvent event, Rows rows) {
    return rows.find(CASES, event.caseId())
        .map(FeeCaseRow::region)
        .orElseThrow(
            () -> new IllegalStateException("case " + event.caseId() + " was never opened"));
  }
}
