package org.planledger.projections.plans;

import static org.planledger.projections.plans.PlansTables.PLANS;

import java.util.List;
import java.util.function.UnaryOperator;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
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
    switch (event) {
      case PlanPurchased sold -> rows.put(PLANS, PlanRow.sold(sold, at));
      case DeviceBound bound -> change(bound.planId(), rows, row -> row.bound(bound, at));
      case CaseOpened opened -> change(opened.planId(), rows, row -> row.caseOpened(at));
      case ReplacementShipped shipped -> {
        boolean used = shipped.service() == Service.REPLACEMENT;
        change(shipped.planId(), rows, row -> row.caseClosed(used, at));
      }
      case CaseWithdrawn ended -> change(ended.planId(), rows, row -> row.caseClosed(false, at));
      case CaseLapsed ended -> change(ended.planId(), rows, row -> row.caseClosed(false, at));
      case LinkRecorded _, LinkRemoved _, ShipmentDispatched _ -> {}
      case ComponentsReceived _, DamageAssessed _, ReplacementClaimed _, FeePaid _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case DeviceRecovered _ -> {}
      case RepairDiscountClaimed _, RepairCompleted _, MaintenancePerformed _, FeeRefunded _ -> {}
      case RecoveredDeviceReturned _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case BindingCorrected _, ServiceExpired _, ServiceExhausted _, RewardGranted _ -> {}
      case RewardForfeited _, TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private static void change(PlanId plan, Rows rows, UnaryOperator<PlanRow> change) {
    rows.change(PLANS, plan, change);
  }
}
