package org.planledger.projections.lineage;

import static org.planledger.projections.lineage.LineageTables.BINDINGS;
import static org.planledger.projections.lineage.LineageTables.DEVICES;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.Device;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;
import org.planledger.projections.lineage.BindingRow.Corrected;
import org.planledger.projections.lineage.BindingRow.Replaced;

/// Follows the devices of a plan from one to the next (clause Pre.4), whatever service they changed
/// in (decision A-22), and what becomes of each device. Both sides are kept apart, because plans
/// and devices have histories of their own: the chain is written by the events of the plan, the
/// device by those of the device, and a question joins them.
public final class LineageProjection implements Projection {

  @Override
  public String name() {
    return "lineage_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(BINDINGS, DEVICES);
  }

  @Override
  public boolean followsDevices() {
    return true;
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    switch (event) {
      case DeviceBound bound -> bind(bound, at, rows);
      case BindingCorrected corrected -> correct(corrected, at, rows);
      case ReplacementShipped shipped ->
          replace(
              shipped,
              shipped.original(),
              shipped.replacement(),
              Optional.of(shipped.service()),
              at,
              rows);
      case RepairCompleted repaired ->
          repaired
              .newDevice()
              .ifPresent(
                  other ->
                      replace(repaired, repaired.device(), other, repaired.service(), at, rows));
      case PlanPurchased _, LinkRecorded _, LinkRemoved _, CaseOpened _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case LinkCorrected _, ReceiptCorrected _, AssessmentCorrected _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case ReplacementClaimed _, RepairDiscountClaimed _, FeePaid _, FeeRefunded _ -> {}
      case MaintenancePerformed _, DeviceRecovered _, RecoveredDeviceReturned _ -> {}
      case CaseWithdrawn _, CaseLapsed _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> {}
      case TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  @Override
  public void on(DeviceEvent event, RecordedEvent<?> recorded, Rows rows) {
    var before = rows.find(DEVICES, event.deviceId());
    var device = Device.evolve(device(event, before), event);
    rows.put(
        DEVICES,
        new DeviceRow(
            device.id(),
            device.plan(),
            device.plan().orElse(event.planId()),
            device.status(),
            device.restricted(),
            device.ownedByProvider(),
            device.successor(),
            recorded.position()));
  }

  /// The device as its row remembers it. Which plans it belonged to before is not in the row, and
  /// nothing shown depends on it.
  private static Device device(DeviceEvent event, Optional<DeviceRow> before) {
    return before
        .map(
            row ->
                new Device(
                    row.deviceId(),
                    row.plan(),
                    new LinkedHashSet<>(List.of(row.lastPlan())),
                    row.restricted(),
                    row.ownedByProvider(),
                    row.successor()))
        .orElseGet(() -> Device.unseen(event.deviceId()));
  }

  /// A device that was bound by mistake keeps its row, but not its place: the right one gets it.
  private static void bind(DeviceBound bound, long at, Rows rows) {
    var others =
        rows.all(BINDINGS).stream()
            .filter(row -> !row.deviceId().equals(bound.deviceId()) && row.corrected().isEmpty());
    rows.put(BINDINGS, BindingRow.bound(bound, (int) others.count() + 1, at));
  }

  private static void correct(BindingCorrected event, long at, Rows rows) {
    var correction = new Corrected(event.deviceId(), event.at());
    rows.change(BINDINGS, event.wrongDevice(), row -> row.correctedTo(correction, at));
  }

  private static void replace(
      CaseEvent event,
      DeviceId original,
      DeviceId successor,
      Optional<Service> service,
      long at,
      Rows rows) {
    var replaced = new Replaced(successor, event.at(), event.caseId(), service);
    rows.change(BINDINGS, original, row -> row.replacedBy(replaced, at));
  }
}
