package org.planledger.projections.obligations;

import static org.planledger.projections.obligations.ObligationsTables.LOSSES;

import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the aircraft that are to be sent in because they were found too late (rule R-3.3-12).
public final class ObligationsProjection implements Projection {

  @Override
  public String name() {
    return "obligations_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(LOSSES);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    switch (event) {
      case CaseOpened opened -> open(opened, at, rows);
      case DeviceRecovered recovered ->
          rows.change(LOSSES, recovered.caseId(), row -> row.recovered(recovered.at(), at));
      case PlanPurchased _, DeviceBound _, LinkRecorded _, LinkRemoved _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case ReplacementClaimed _, FeePaid _, ReplacementShipped _ -> {}
      case CaseWithdrawn _, CaseLapsed _ -> {}
      case RepairDiscountClaimed _, RepairCompleted _, MaintenancePerformed _, FeeRefunded _ -> {}
      case RecoveredDeviceReturned _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case BindingCorrected _, ServiceExpired _, ServiceExhausted _, RewardGranted _ -> {}
      case RewardForfeited _, TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private static void open(CaseOpened opened, long at, Rows rows) {
    if (opened.type() == CaseType.FLYAWAY) {
      rows.put(
          LOSSES,
          new LossRow(
              opened.planId(),
              opened.caseId(),
              opened.deviceId(),
              opened.centreId(),
              opened.region(),
              Optional.empty(),
              at));
    }
  }
}
