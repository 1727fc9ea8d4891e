package org.planledger.core.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.RefusalCode;

/// What the naive ledger believes of the world: a few models and regions, written down by hand.
final class NaiveWorld {
  static final List<String> MODELS = List.of("MAVIC_3", "MINI_2", "PHANTOM_4_PRO", "RS_3");
  static final List<String> REGIONS = List.of("US", "DE", "JP", "AU", "CA");
  static final Map<String, ZoneId> ZONES =
      Map.of(
          "US", ZoneId.of("Pacific/Honolulu"),
          "DE", ZoneId.of("Europe/Berlin"),
          "JP", ZoneId.of("Asia/Tokyo"),
          "AU", ZoneId.of("Australia/Perth"),
          "CA", ZoneId.of("America/Vancouver"));
  static final Set<String> EXPRESS_REGIONS = Set.of("US", "DE", "JP");
  static final Set<String> EUROPE = Set.of("DE");

  static final Set<String> CAN_BE_LOST = Set.of("MAVIC_3", "MINI_2");
  static final Set<String> FLOWN = Set.of("MAVIC_3", "MINI_2", "PHANTOM_4_PRO");
  static final Set<String> INTERNATIONAL = Set.of("RS_3");
  static final Set<String> REWARDED = Set.of("MAVIC_3", "MINI_2", "RS_3");
  static final Map<String, String> BODY =
      Map.of(
          "MAVIC_3", "AIRCRAFT",
          "MINI_2", "AIRCRAFT",
          "PHANTOM_4_PRO", "AIRCRAFT",
          "RS_3", "GIMBAL");

  static final Map<String, Map<String, Integer>> SENT_IN =
      Map.of(
          "MAVIC_3",
          Map.of("AIRCRAFT", 1, "GIMBAL", 1, "CAMERA", 1, "PROPELLER_PAIR", 2, "BATTERY", 1),
          "MINI_2",
          Map.of("AIRCRAFT", 1, "GIMBAL", 1, "CAMERA", 1, "PROPELLER_PAIR", 2, "BATTERY", 1),
          "PHANTOM_4_PRO",
          Map.of("AIRCRAFT", 1, "GIMBAL", 1, "CAMERA", 1, "PROPELLER_PAIR", 2),
          "RS_3",
          Map.of(
              "GIMBAL", 1,
              "GRIP", 1,
              "USB_C_CHARGING_CABLE_40CM", 1,
              "LENS_FASTENING_SUPPORT", 1,
              "EXTENDED_GRIP_TRIPOD_PLASTIC", 1,
              "QUICK_RELEASE_PLATE", 1,
              "MULTI_CAMERA_CONTROL_CABLE_30CM", 1,
              "SCREW_KIT", 1));

  private static final Set<String> EXTENDED_AIRCRAFT =
      Set.of("GIMBAL", "CAMERA", "MAIN_CONTROLLER", "MOTORS", "ESC", "VISION_SYSTEM");
  static final Map<String, Set<String>> EXTENDED =
      Map.of(
          "MAVIC_3", EXTENDED_AIRCRAFT,
          "MINI_2", EXTENDED_AIRCRAFT,
          "PHANTOM_4_PRO", EXTENDED_AIRCRAFT,
          "RS_3", Set.of("GIMBAL", "GRIP"));

  /// Findings that bar a replacement, one that takes a part from the warranties, and one that bars
  /// them; and some that concern neither.
  static final Set<String> BARS_REPLACEMENT = Set.of("X-G-06");
  static final Set<String> BARS_WARRANTY = Set.of("X-G-06", "X-W-03");
  static final Set<String> TAKES_PART = Set.of("X-G-05", "X-W-08");
  static final List<String> FINDINGS =
      List.of("X-G-06", "X-G-05", "X-W-03", "X-W-08", "X-R-01", "X-R-02", "X-G-12");

  static final Set<String> MAINTAINED = Set.of("MAVIC_3", "MINI_2", "PHANTOM_4_PRO");

  /// What the discount covers of what is ever sent in or repaired here.
  static final Set<String> DISCOUNTED =
      Set.of("AIRCRAFT", "GIMBAL", "CAMERA", "PROPELLER_PAIR", "BATTERY");

  /// Findings that bar maintenance and discounts, and one that takes a part from the latter.
  static final String BARS_REPAIR = "X-G-06";

  static final String TAKES_PART_OF_REPAIR = "X-G-05";

  static final Set<RefusalCode> WAIVABLE =
      Set.of(
          RefusalCode.REGION_MISMATCH,
          RefusalCode.OUTSIDE_VALIDITY,
          RefusalCode.OUTSIDE_COVERAGE_AREA,
          RefusalCode.CHANNEL_NOT_AUTHORISED,
          RefusalCode.PROOF_OF_PURCHASE_MISSING,
          RefusalCode.CROSS_BORDER_WITHOUT_CONSENT,
          RefusalCode.PROCESS_NOT_FOLLOWED,
          RefusalCode.SEND_BACK_OVERDUE,
          RefusalCode.EXCLUDED);

  private NaiveWorld() {}

  static ZoneId zone(String region) {
    return ZONES.getOrDefault(region, ZoneId.of("UTC"));
  }

  /// So many months later, one by one on the calendar; a day that does not exist is the first of
  /// the next month.
  static LocalDate monthsLater(LocalDate start, int months) {
    int month = start.getMonthValue() - 1 + months;
    int year = start.getYear() + month / 12;
    int monthOfYear = month % 12 + 1;
    int days = LocalDate.of(year, monthOfYear, 1).lengthOfMonth();
    return start.getDayOfMonth() <= days
        ? LocalDate.of(year, monthOfYear, start.getDayOfMonth())
        : LocalDate.of(year, monthOfYear, days).plusDays(1);
  }

  /// A device as the naive ledger remembers it.
  static final class Unit {
    PlanId coveredBy;
    final Set<PlanId> plans = new HashSet<>();
    boolean restricted;
    boolean providers;
    boolean replaced;

    DeviceStatusOf status() {
      return new DeviceStatusOf(coveredBy, restricted, providers, replaced);
    }
  }

  /// All that is compared of a device.
  record DeviceStatusOf(
      PlanId coveredBy, boolean restricted, boolean providers, boolean replaced) {}

  static Map<DeviceId, Unit> noUnits() {
    return new HashMap<>();
  }
}
