package org.planledger.projections.fees;

import static org.planledger.projections.fees.FeesTables.CASES;
import static org.planledger.projections.fees.FeesTables.FEES;
import static org.planledger.projections.fees.FeesTables.PLANS;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.terms.Money;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the fees as they were quoted, with their payments and what of these went back (clause
/// 2.5.1). Nothing is looked up in a tariff: a fee is what the customer was told.
public final class FeesProjection implements Projection {

  @Override
  public String name() {
    return "fees_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(FEES, CASES, PLANS);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    String feeId = recorded.eventId();
    switch (event) {
      case PlanPurchased sold -> rows.put(PLANS, new FeePlanRow(sold.planId(), sold.window(), at));
      case CaseOpened opened -> rows.put(CASES, FeeCaseRow.opened(opened, plan(opened, rows), at));
      case ReplacementClaimed claim -> quote(claim, feeId, at, rows);
      case RepairDiscountClaimed claim ->
          rows.put(FEES, FeeRow.quoted(feeId, claim, theCase(claim, rows), at));
      case FeePaid paid -> pay(paid, feeId, at, rows);
      case FeeRefunded refund -> refund(refund, at, rows);
      case ReplacementShipped shipped ->
          end(shipped, CaseEnd.settled(Optional.of(shipped.service())), at, rows);
      case RepairCompleted repaired -> end(repaired, CaseEnd.settled(repaired.service()), at, rows);
      case CaseWithdrawn withdrawn -> end(withdrawn, CaseEnd.withdrawn(), at, rows);
      case CaseLapsed lapsed -> end(lapsed, CaseEnd.lapsed(lapsed), at, rows);
      case CaseRefused refused -> end(refused, CaseEnd.refused(refused), at, rows);
      case CaseReinstated reinstated ->
          fees(reinstated, rows).forEach(fee -> rows.put(FEES, fee.reinstated(at)));
      case DeviceBound _, BindingCorrected _, LinkRecorded _, LinkRemoved _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case LinkCorrected _, ReceiptCorrected _, AssessmentCorrected _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case DeviceRecovered _, RecoveredDeviceReturned _ -> {}
      case MaintenancePerformed _, RefusalWaived _ -> {}
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> {}
      case TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  /// A case that goes on after its lapse claims once more, for the fee it was quoted before.
  private static void quote(ReplacementClaimed claim, String feeId, long at, Rows rows) {
    var before = serviceFee(claim, rows);
    rows.put(
        FEES,
        before.filter(fee -> !fee.subject().feeId().equals(feeId)).isPresent()
            ? before.get().renumbered(claim.ordinal(), at)
            : FeeRow.quoted(feeId, claim, theCase(claim, rows), at));
  }

  private static void pay(FeePaid paid, String feeId, long at, Rows rows) {
    switch (paid.purpose()) {
      case SERVICE_FEE ->
          rows.put(
              FEES,
              serviceFee(paid, rows)
                  .orElseThrow(() -> new IllegalStateException("a fee was never quoted"))
                  .paid(paid, at));
      case MISSING_MATERIAL ->
          rows.put(FEES, FeeRow.material(feeId, paid, theCase(paid, rows), at));
    }
  }

  /// One refund may pay back several payments for the same purpose, the oldest first.
  private static void refund(FeeRefunded refund, long at, Rows rows) {
    var paid =
        fees(refund, rows).stream()
            .filter(fee -> fee.subject().purpose() == refund.purpose())
            .sorted(Comparator.comparing((FeeRow fee) -> fee.quote().position()))
            .toList();
    if (paid.stream().anyMatch(fee -> fee.position() >= at)) {
      // Handled before: what is left of it by now must not be spread over the others.
      return;
    }
    long left = refund.amount().minor();
    for (var fee : paid) {
      long part = Math.min(left, fee.kept().minor());
      if (part > 0) {
        rows.put(FEES, fee.refunded(new Money(part, refund.amount().currency()), refund, at));
        left -= part;
      }
    }
  }

  private static void end(CaseEvent event, CaseEnd end, long at, Rows rows) {
    var in = theCase(event, rows);
    fees(event, rows).forEach(fee -> rows.put(FEES, fee.ended(end, in, event.at(), at)));
  }

  private static Optional<FeeRow> serviceFee(CaseEvent event, Rows rows) {
    return fees(event, rows).stream()
        .filter(fee -> fee.subject().purpose() == FeePurpose.SERVICE_FEE)
        .findFirst();
  }

  private static List<FeeRow> fees(CaseEvent event, Rows rows) {
    return rows.all(FEES).stream()
        .filter(fee -> fee.subject().caseId().equals(event.caseId()))
        .toList();
  }

  private static FeeCaseRow theCase(CaseEvent event, Rows rows) {
    return rows.find(CASES, event.caseId())
        .orElseThrow(
            () -> new IllegalStateException("case " + event.caseId() + " was never opened"));
  }

  private static FeePlanRow plan(CaseEvent event, Rows rows) {
    return rows.find(PLANS, event.planId())
        .orElseThrow(() -> new IllegalStateException("plan " + event.planId() + " was never sold"));
  }
}
