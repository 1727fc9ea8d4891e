package org.planledger.projections.casework;

import static org.planledger.projections.casework.CaseworkTables.CASES;

import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the board of cases: the stage of each, the deadline that is running, and who has the next
/// move.
public final class CaseworkProjection implements Projection {

  @Override
  public String name() {
    return "casework_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(CASES);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    switch (event) {
      case CaseOpened opened -> rows.put(CASES, CaseRow.opened(opened, at));
      case ShipmentDispatched step -> advance(step, at, rows);
      case ComponentsReceived step -> advance(step, at, rows);
      case DamageAssessed step -> advance(step, at, rows);
      case FlightRecordUploaded step -> advance(step, at, rows);
      case ReplacementClaimed step -> advance(step, at, rows);
      case FlyawayReportFiled step -> advance(step, at, rows);
      case FlyawayReportCancelled step -> advance(step, at, rows);
      case FeePaid step -> advance(step, at, rows);
      case ReplacementShipped step -> advance(step, at, rows);
      case CaseWithdrawn step -> advance(step, at, rows);
      case CaseLapsed step -> advance(step, at, rows);
      case DeviceRecovered step -> advance(step, at, rows);
      case RepairDiscountClaimed step -> advance(step, at, rows);
      case RepairCompleted step -> advance(step, at, rows);
      case MaintenancePerformed step -> advance(step, at, rows);
      case RecoveredDeviceReturned step -> advance(step, at, rows);
      case CaseReinstated step -> advance(step, at, rows);
      case CaseRefused step -> advance(step, at, rows);
      case RefusalWaived step -> advance(step, at, rows);
      case FeeRefunded step -> advance(step, at, rows);
      case PlanPurchased _, DeviceBound _, LinkRecorded _, LinkRemoved _ -> {}
      case BindingCorrected _, ServiceExpired _, ServiceExhausted _, RewardGranted _ -> {}
      case RewardForfeited _, TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private static void advance(CaseEvent event, long at, Rows rows) {
    rows.change(
        CASES,
        event.caseId(),
        row -> {
          var progress = row.progress().after(event);
          return row.with(
              progress, progress.stage().closed() ? Optional.of(event.at()) : Optional.empty(), at);
        });
  }
}
