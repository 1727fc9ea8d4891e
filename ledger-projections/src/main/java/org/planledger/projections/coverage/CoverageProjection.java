package org.planledger.projections.coverage;

import static org.planledger.projections.coverage.CoverageTables.PLANS;
import static org.planledger.projections.coverage.CoverageTables.WINDOWS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;
import org.planledger.projections.coverage.CoverageTables.WindowKey;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the windows as they were decided when the plan was sold and the device was bound. Neither
/// a replacement (clause Pre.4) nor newer terms (decision A-53) change any of them, and that a
/// service was recorded as expired says no more than its window does. Using a replacement or a
/// discounted repair forfeits the reward (clause 3.5), and so does the early end of the plan, which
/// ends all its services.
public final class CoverageProjection implements Projection {

  @Override
  public String name() {
    return "coverage_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(WINDOWS, PLANS);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    switch (event) {
      case PlanPurchased sold -> begin(sold, at, rows);
      case DeviceBound bound -> cover(bound, at, rows);
      case BindingCorrected _ -> undo(at, rows);
      case ReplacementShipped shipped -> used(shipped.service(), at, rows);
      case RepairCompleted repaired ->
          repaired.service().ifPresent(service -> used(service, at, rows));
      case RewardGranted _ -> reward(RewardState.GRANTED, at, rows);
      case RewardForfeited _ -> reward(RewardState.FORFEITED, at, rows);
      case PlanReturned _, PlanExited _ -> end(event, at, rows);
      case LinkRecorded _, LinkRemoved _, CaseOpened _, ShipmentDispatched _ -> {}
      case ComponentsReceived _, DamageAssessed _, ReplacementClaimed _, FeePaid _ -> {}
      case LinkCorrected _, ReceiptCorrected _, AssessmentCorrected _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case CaseWithdrawn _, CaseLapsed _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case RepairDiscountClaimed _, MaintenancePerformed _, FeeRefunded _ -> {}
      case DeviceRecovered _, RecoveredDeviceReturned _ -> {}
      case ServiceExpired _, ServiceExhausted _, TermsUpgraded _ -> {}
      case ProductReturned _, ExitRequested _ -> {}
    }
  }

  private static void begin(PlanPurchased sold, long at, Rows rows) {
    rows.put(PLANS, new CoveragePlanRow(sold.planId(), sold.zone(), at));
    for (var service : List.of(Service.REPLACEMENT, Service.REPAIR_DISCOUNT, Service.MAINTENANCE)) {
      put(sold.planId(), service, Optional.empty(), sold.window(), at, rows);
    }
  }

  private static void cover(DeviceBound bound, long at, Rows rows) {
    var cover = bound.cover();
    parts(bound.planId(), Service.OFFICIAL_WARRANTY, cover.officialWarranty(), at, rows);
    parts(bound.planId(), Service.EXTENDED_WARRANTY, cover.extendedWarranty(), at, rows);
    parts(bound.planId(), Service.SAFE_FLIGHT_REWARD, cover.reward(), at, rows);
  }

  private static void parts(
      PlanId plan, Service service, Map<Part, Window> windows, long at, Rows rows) {
    windows.forEach((part, window) -> put(plan, service, Optional.of(part), window, at, rows));
  }

  /// A window that stays as it was, as on every replacement, is not written again.
  private static void put(
      PlanId plan, Service service, Optional<Part> part, Window window, long at, Rows rows) {
    var before = rows.find(WINDOWS, new WindowKey(service, part));
    if (before.filter(row -> !row.undone() && row.window().equals(window)).isEmpty()) {
      rows.put(
          WINDOWS,
          before
              .map(row -> row.lasting(window, at))
              .orElseGet(() -> begun(plan, service, part, window, at, rows)));
    }
  }

  /// A reward that was granted stays granted when the binding is corrected to a device with other
  /// components.
  private static CoverageRow begun(
      PlanId plan, Service service, Optional<Part> part, Window window, long at, Rows rows) {
    var row = CoverageRow.begun(plan, service, part, window, at);
    var granted = Optional.of(RewardState.GRANTED);
    return row.reward().isPresent()
            && rows.all(WINDOWS).stream().anyMatch(other -> other.reward().equals(granted))
        ? row.rewarded(RewardState.GRANTED, at)
        : row;
  }

  /// The windows of the components came from a device that was never meant; those of the right one
  /// follow with its binding.
  private static void undo(long at, Rows rows) {
    change(rows, row -> row.part().isPresent() && !row.undone(), row -> row.undone(at));
  }

  private static void used(Service service, long at, Rows rows) {
    if (service == Service.REPLACEMENT || service == Service.REPAIR_DISCOUNT) {
      reward(RewardState.FORFEITED, at, rows);
    }
  }

  private static void reward(RewardState state, long at, Rows rows) {
    change(
        rows,
        row -> row.reward().filter(before -> before != state).isPresent(),
        row -> row.rewarded(state, at));
  }

  private static void end(PlanEvent event, long at, Rows rows) {
    var zone =
        rows.find(PLANS, event.planId())
            .map(CoveragePlanRow::zone)
            .orElseThrow(() -> new IllegalStateException("a plan was never sold"));
    var day = event.at().atZone(zone).toLocalDate();
    reward(RewardState.FORFEITED, at, rows);
    change(rows, row -> row.endedOn().isEmpty(), row -> row.ended(day, at));
  }

  private static void change(
      Rows rows, Predicate<CoverageRow> which, UnaryOperator<CoverageRow> change) {
    rows.all(WINDOWS).stream().filter(which).map(change).forEach(row -> rows.put(WINDOWS, row));
  }
}
