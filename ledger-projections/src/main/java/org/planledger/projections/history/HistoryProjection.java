package org.planledger.projections.history;

import static org.planledger.projections.history.HistoryTables.HISTORY;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps one line for every event of the ledger, so that it can be asked who did what and when
/// without knowing the plan.
public final class HistoryProjection implements Projection {

  @Override
  public String name() {
    return "history_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(HISTORY);
  }

  @Override
  public boolean followsDevices() {
    return true;
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    var caseId =
        event instanceof CaseEvent inCase ? Optional.of(inCase.caseId()) : Optional.<CaseId>empty();
    rows.put(HISTORY, line(recorded, event.at(), event.planId(), caseId, device(event)));
  }

  @Override
  public void on(DeviceEvent event, RecordedEvent<?> recorded, Rows rows) {
    rows.put(
        HISTORY,
        line(recorded, event.at(), event.planId(), caseOf(event), Optional.of(event.deviceId())));
  }

  /// The device that the event names. A replacement is told by the device that was replaced.
  private static Optional<DeviceId> device(PlanEvent event) {
    return switch (event) {
      case DeviceBound bound -> Optional.of(bound.deviceId());
      case LinkRecorded linked -> Optional.of(linked.deviceId());
      case LinkRemoved removed -> Optional.of(removed.deviceId());
      case CaseOpened opened -> Optional.of(opened.deviceId());
      case ReplacementShipped shipped -> Optional.of(shipped.original());
      case DeviceRecovered recovered -> Optional.of(recovered.deviceId());
      case RecoveredDeviceReturned returned -> Optional.of(returned.deviceId());
      case RepairCompleted repaired -> Optional.of(repaired.device());
      case BindingCorrected corrected -> Optional.of(corrected.wrongDevice());
      case LinkCorrected corrected -> Optional.of(corrected.deviceId());
      case ReceiptCorrected _, AssessmentCorrected _ -> Optional.empty();
      case PlanPurchased _, ShipmentDispatched _, ComponentsReceived _ -> Optional.empty();
      case DamageAssessed _, ReplacementClaimed _, FeePaid _ -> Optional.empty();
      case FlightRecordUploaded _, FlyawayReportFiled _ -> Optional.empty();
      case FlyawayReportCancelled _, CaseWithdrawn _, CaseLapsed _ -> Optional.empty();
      case RepairDiscountClaimed _, MaintenancePerformed _, FeeRefunded _ -> Optional.empty();
      case CaseReinstated _, CaseRefused _, RefusalWaived _ -> Optional.empty();
      case ServiceExpired _, ServiceExhausted _, RewardGranted _ -> Optional.empty();
      case RewardForfeited _, TermsUpgraded _, ProductReturned _ -> Optional.empty();
      case PlanReturned _, ExitRequested _, PlanExited _ -> Optional.empty();
    };
  }

  private static Optional<CaseId> caseOf(DeviceEvent event) {
    return switch (event) {
      case DeviceEvent.BoundToPlan _ -> Optional.empty();
      case DeviceEvent.Restricted restricted -> Optional.of(restricted.caseId());
      case DeviceEvent.Released released -> Optional.of(released.caseId());
      case DeviceEvent.OwnershipTransferred passed -> Optional.of(passed.caseId());
      case DeviceEvent.Superseded superseded -> Optional.of(superseded.caseId());
      case DeviceEvent.BindingUndone _ -> Optional.empty();
      case DeviceEvent.ReturnedToProvider returned -> Optional.of(returned.caseId());
    };
  }

  private static HistoryView line(
      RecordedEvent<?> recorded,
      Instant at,
      PlanId plan,
      Optional<CaseId> caseId,
      Optional<DeviceId> device) {
    return new HistoryView(
        recorded.position(),
        recorded.sequence(),
        recorded.eventId(),
        recorded.type(),
        at,
        // Axon hands on whole milliseconds, and a rebuild is to give the same.
        recorded.recordedAt().truncatedTo(ChronoUnit.MILLIS),
        plan,
        caseId,
        device,
        recorded.client(),
        recorded.actor(),
        recorded.idempotencyKey(),
        recorded.traceId());
  }
}
