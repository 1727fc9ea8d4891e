package org.planledger.projections.coverage;

import static org.planledger.projections.coverage.CoverageTables.WINDOWS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// Keeps the windows as they were decided when the plan was sold and the device was bound. A
/// replacement changes none of them (clause Pre.4), but using the plan's own replacement forfeits
/// the reward (clause 3.5).
public final class CoverageProjection implements Projection {

  @Override
  public String name() {
    return "coverage_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(WINDOWS);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    switch (event) {
      case PlanPurchased sold -> begin(sold, at, rows);
      case DeviceBound bound -> cover(bound, at, rows);
      case ReplacementShipped shipped -> forfeit(shipped, at, rows);
      case LinkRecorded _, LinkRemoved _, CaseOpened _, ShipmentDispatched _ -> {}
      case ComponentsReceived _, DamageAssessed _, ReplacementClaimed _, FeePaid _ -> {}
      case FlightRecordUploaded _, FlyawayReportFiled _, FlyawayReportCancelled _ -> {}
      case CaseWithdrawn _, CaseLapsed _, DeviceRecovered _ -> {}
      case RepairDiscountClaimed _, RepairCompleted _, MaintenancePerformed _, FeeRefunded _ -> {}
      case RecoveredDeviceReturned _, CaseReinstated _, CaseRefused _, RefusalWaived _ -> {}
      case BindingCorrected _, ServiceExpired _, ServiceExhausted _, RewardGranted _ -> {}
      case RewardForfeited _, TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }

  private static void begin(PlanPurchased sold, long at, Rows rows) {
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
    if (before.filter(row -> row.window().equals(window)).isEmpty()) {
      boolean forfeited = before.map(CoverageView::forfeited).orElse(false);
      rows.put(WINDOWS, new CoverageView(plan, service, part, window, forfeited, at));
    }
  }

  private static void forfeit(ReplacementShipped shipped, long at, Rows rows) {
    if (shipped.service() == Service.REPLACEMENT) {
      for (var row : rows.all(WINDOWS)) {
        if (row.service() == Service.SAFE_FLIGHT_REWARD) {
          rows.put(WINDOWS, row.forfeited(at));
        }
      }
    }
  }
}
