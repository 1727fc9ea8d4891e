package org.planledger.core.simulation;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.terms.Money;

/// The fees of both sides by month and currency. A fee counts when it is fixed: with the claim, as
/// quoted, or for components that did not arrive when they are paid for. What came of it later, a
/// lapse or a refund, changes neither side.
final class FeeTotals {

  private record Month(YearMonth month, Currency currency) {}

  private record Sums(long recordedMinor, long simulatedMinor) {
    static final Sums NOTHING = new Sums(0, 0);

    Sums plus(long recorded, long simulated) {
      return new Sums(
          Math.addExact(recordedMinor, recorded), Math.addExact(simulatedMinor, simulated));
    }
  }

  private static final Comparator<Month> IN_ORDER =
      Comparator.comparing(Month::month).thenComparing(month -> month.currency().getCurrencyCode());

  private final Map<Month, Sums> sums = new TreeMap<>(IN_ORDER);

  void recorded(List<PlanEvent> events, ZoneId zone) {
    for (var event : events) {
      fee(event).ifPresent(fee -> add(event.at(), zone, fee, fee.minor(), 0));
    }
  }

  void simulated(List<PlanEvent> events, ZoneId zone) {
    for (var event : events) {
      fee(event).ifPresent(fee -> add(event.at(), zone, fee, 0, fee.minor()));
    }
  }

  List<FeeDifference> differences() {
    return sums.entrySet().stream()
        .map(
            entry ->
                new FeeDifference(
                    entry.getKey().month(),
                    entry.getKey().currency(),
                    entry.getValue().recordedMinor(),
                    entry.getValue().simulatedMinor()))
        .toList();
  }

  private void add(Instant at, ZoneId zone, Money fee, long recorded, long simulated) {
    var month = new Month(YearMonth.from(at.atZone(zone)), fee.currency());
    sums.put(month, sums.getOrDefault(month, Sums.NOTHING).plus(recorded, simulated));
  }

  /// The fee that an event fixes.
  static Optional<Money> fee(PlanEvent event) {
    return switch (event) {
      case ReplacementClaimed claimed -> Optional.of(claimed.fee().amount());
      case RepairDiscountClaimed claimed -> Optional.of(claimed.total());
      case FeePaid paid ->
          paid.purpose() == FeePurpose.MISSING_MATERIAL
              ? Optional.of(paid.amount())
              : Optional.empty();
      case PlanPurchased _, DeviceBound _, BindingCorrected _ -> Optional.empty();
      case LinkRecorded _, LinkRemoved _, CaseOpened _ -> Optional.empty();
      case LinkCorrected _, ReceiptCorrected _, AssessmentCorrected _ -> Optional.empty();
      case ShipmentDispatched _, ComponentsReceived _, DamageAssessed _ -> Optional.empty();
      case FlightRecordUploaded _, FlyawayReportFiled _ -> Optional.empty();
      case FlyawayReportCancelled _, ReplacementShipped _ -> Optional.empty();
      case RepairCompleted _, MaintenancePerformed _ -> Optional.empty();
      case DeviceRecovered _, RecoveredDeviceReturned _ -> Optional.empty();
      case CaseWithdrawn _, CaseLapsed _, CaseReinstated _ -> Optional.empty();
      case CaseRefused _, RefusalWaived _, FeeRefunded _ -> Optional.empty();
      case ServiceExpired _, ServiceExhausted _ -> Optional.empty();
      case RewardGranted _, RewardForfeited _, TermsUpgraded _ -> Optional.empty();
      case ProductReturned _, PlanReturned _ -> Optional.empty();
      case ExitRequested _, PlanExited _ -> Optional.empty();
    };
  }
}
