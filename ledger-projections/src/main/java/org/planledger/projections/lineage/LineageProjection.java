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
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;
import org.planledger.projections.lineage.BindingRow.Replaced;

/// Follows the devices of a plan from one to the next (clause Pre.4), and what becomes of each
/// device. Both sides are kept apart, because plans and devices have histories of their own: the
/// chain is written by the events of the plan, the device by those of the device, and a question
/// joins them.
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
      case ReplacementShipped shipped -> replace(shipped, at, rows);
      case PlanPurchased _, LinkRecorded _, LinkRemoved _, CaseOpened _ -> {}
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case ReplacementClaimed _, FeePaid _, DeviceRecovered _ -> {}
      case CaseWithdrawn _, CaseLapsed _ -> {}
      case RepairDiscountClaimed _, RepairCompleted _, MaintenancePerformed _, FeeRefunded _ -> {}
      case RecoveredDeviceReturned _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case BindingCorrected _, ServiceExpired _, ServiceExhausted _, RewardGranted _ -> {}
      case RewardForfeited _, TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
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

  private static void bind(DeviceBound bound, long at, Rows rows) {
    var others =
        rows.all(BINDINGS).stream().filter(row -> !row.deviceId().equals(bound.deviceId()));
    rows.put(
        BINDINGS,
        new BindingRow(
            bound.planId(),
            bound.deviceId(),
            (int) others.count() + 1,
            bound.model(),
            bound.at(),
            bound.cause(),
            bound.inheritedFrom(),
            Optional.empty(),
            at));
  }

  private static void replace(ReplacementShipped shipped, long at, Rows rows) {
    var replaced =
        new Replaced(shipped.replacement(), shipped.at(), shipped.caseId(), shipped.service());
    rows.change(BINDINGS, shipped.original(), row -> row.replacedBy(replaced, at));
  }
}
