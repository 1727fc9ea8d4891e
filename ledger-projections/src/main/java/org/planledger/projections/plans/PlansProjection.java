package org.planledger.projections.plans;

import static org.planledger.projections.plans.PlansTables.PLANS;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the list of plans, with what the status of a plan follows from; the status itself depends
/// on the day and is worked out when somebody asks.
public final class PlansProjection implements Projection {

  @Override
  public String name() {
    return "plans_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(PLANS);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    var plan = event.planId();
    switch (event) {
      case PlanPurchased sold -> rows.put(PLANS, PlanRow.sold(sold, at));
      case DeviceBound bound -> change(plan, rows, row -> row.bound(bound, at));
      case BindingCorrected _ -> change(plan, rows, row -> row.unbound(at));
      case CaseOpened _, CaseReinstated _ -> change(plan, rows, row -> row.caseOpened(at));
      case ReplacementShipped shipped -> settle(plan, Optional.of(shipped.service()), at, rows);
      case RepairCompleted repaired -> settle(plan, repaired.service(), at, rows);
      case MaintenancePerformed _ ->
          change(plan, rows, row -> row.holding(row.stock().maintenanceUsed(), at));
      case CaseWithdrawn _, CaseLapsed _, CaseRefused _ ->
          change(plan, rows, row -> row.caseClosed(at));
      case TermsUpgraded upgraded -> change(plan, rows, row -> row.upgraded(upgraded, at));
      case ProductReturned back ->
          change(
              plan, rows, row -> row.ending(row.ending().productReturned(back.returnedOn()), at));
      case ExitRequested asked ->
          change(plan, rows, row -> row.ending(row.ending().exitRequested(asked.at()), at));
      case PlanReturned _ -> end(event, PlanStatus.RETURNED, at, rows);
      case PlanExited _ -> end(event, PlanStatus.EXITED, at, rows);
      case LinkRecorded _, LinkRemoved _, ShipmentDispatched _, RepairDiscountClaimed _ -> {}
      case LinkCorrected _, ReceiptCorrected _, AssessmentCorrected _ -> {}
      case ComponentsReceived _, DamageAssessed _, ReplacementClaimed _, FeePaid _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case DeviceRecovered _, RecoveredDeviceReturned _, FeeRefunded _, RefusalWaived _ -> {}
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> {}
    }
  }

  /// Maintenance was used when it was carried out; sending the device back uses nothing more, and
  /// what was free uses nothing at all.
  private static void settle(PlanId plan, Optional<Service> under, long at, Rows rows) {
    change(plan, rows, row -> row.holding(used(row.stock(), under), at).caseClosed(at));
  }

  private static Stock used(Stock stock, Optional<Service> under) {
    if (under.equals(Optional.of(Service.REPLACEMENT))) {
      return stock.replacementUsed();
    }
    return under.equals(Optional.of(Service.REPAIR_DISCOUNT)) ? stock.discountUsed() : stock;
  }

  private static void end(PlanEvent event, PlanStatus how, long at, Rows rows) {
    change(event.planId(), rows, row -> row.ending(row.ending().ended(how, event.at()), at));
  }

  private static void change(PlanId plan, Rows rows, UnaryOperator<PlanRow> change) {
    rows.change(PLANS, plan, change);
  }
}
