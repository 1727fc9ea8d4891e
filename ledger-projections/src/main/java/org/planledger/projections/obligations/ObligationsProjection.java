package org.planledger.projections.obligations;

import static org.planledger.projections.obligations.ObligationsTables.LOSSES;

import java.util.List;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the aircraft that are to be sent in because they were found too late (rule R-3.3-12) until
/// they have come back. Payments that are due back are kept with the fees.
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
      case RecoveredDeviceReturned back ->
          rows.change(LOSSES, back.caseId(), row -> row.returned(back.at(), at));
      case PlanPurchased _, DeviceBound _, BindingCorrected _, LinkRecorded _, LinkRemoved _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case LinkCorrected _, ReceiptCorrected _, AssessmentCorrected _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case ReplacementClaimed _, RepairDiscountClaimed _, FeePaid _, FeeRefunded _ -> {}
      case ReplacementShipped _, RepairCompleted _, MaintenancePerformed _ -> {}
      case CaseWithdrawn _, CaseLapsed _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> {}
      case TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private static void open(CaseOpened opened, long at, Rows rows) {
    if (opened.type() == CaseType.FLYAWAY) {
      rows.put(LOSSES, LossRow.opened(opened, at));
    }
  }
}
