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
  static final List<String> REGIONS =
      List.of("US", "DE", "JP", "AU", "CA", "GB", "CN", "FR", "KR", "PL");
  static final Map<String, ZoneId> ZONES =
      Map.of(
          "US", ZoneId.of("Pacific/Honolulu"),
          "DE", ZoneId.of("Europe/Berlin"),
          "JP", ZoneId.of("Asia/Tokyo"),
          "AU", ZoneId.of("Australia/Perth"),
          "CA", ZoneId.of("America/Vancouver"),
          "GB", ZoneId.of("Europe/London"),
          "CN", ZoneId.of("Asia/Shanghai"),
          "FR", ZoneId.of("Europe/Paris"),
          "KR", ZoneId.of("Asia/Seoul"),
          "PL", ZoneId.of("Europe/Warsaw"));
  static final Set<String> EXPRESS_REGIONS = Set.of("US", "DE", "JP", "GB", "CN");
  static final Set<String> EUROPE = Set.of("DE", "GB", "FR", "PL");

  /// The region whose centres the simulated editions list, and the one centre of it.
  static final String LISTING = "GB";

  static final String ITS_CENTRE = "London";

  // ------------------------------------------------------------------------------- the editions

  static final String FIRST_EDITION = "2022-10";
  static final String SECOND_EDITION = "2023-07";
  static final LocalDate SECOND_EDITION_FROM = LocalDate.parse("2023-07-13");

  static boolean onSale(String edition, LocalDate day) {
    return edition.equals(FIRST_EDITION)
        || (edition.equals(SECOND_EDITION) && !day.isBefore(SECOND_EDITION_FROM));
  }

  /// How many replacements a plan holds: the second edition gave a plan of two years one more.
  static int replacements(String edition, int years) {
    return years == 1 ? 2 : edition.equals(SECOND_EDITION) ? 4 : 3;
  }

  // --------------------------------------------------------------------------------- the models

  static final Set<String> FLOWN =
      Set.of(
          "AVATA",
          "AIR_2S",
          "FPV",
          "MAVIC_MINI",
          "MINI_2",
          "MAVIC_3",
          "MAVIC_2_PRO",
          "SPARK",
          "PHANTOM_4_PRO",
          "INSPIRE_2");
  static final Set<String> CAN_BE_LOST = Set.of("AVATA", "AIR_2S", "MINI_2", "MAVIC_3");
  static final Set<String> MAINTAINED = FLOWN;
  static final Set<String> INTERNATIONAL =
      Set.of(
          "OSMO_MOBILE_3",
          "OSMO_MOBILE_6",
          "OM_5",
          "POCKET_2",
          "OSMO_ACTION_3",
          "ACTION_2_DUAL_SCREEN",
          "ACTION_2_POWER",
          "RS_2",
          "RSC_2",
          "RS_3",
          "RS_3_PRO");
  static final Set<String> WITHOUT_REWARD =
      Set.of("SPARK", "PHANTOM_4_PRO", "INSPIRE_2", "ZENMUSE_X5S", "OSMO", "OSMO_PLUS");

  private static final Map<String, Integer> AIRCRAFT =
      Map.of("AIRCRAFT", 1, "GIMBAL", 1, "CAMERA", 1, "PROPELLER_PAIR", 2, "BATTERY", 1);
  private static final Map<String, Integer> CAMERA = Map.of("CAMERA", 1, "BATTERY", 1);
  private static final Map<String, Integer> STABILISER = Map.of("GIMBAL", 1, "GRIP", 1);

  /// What has to come in for a replacement, the body of the product first of all.
  static final Map<String, Map<String, Integer>> SENT_IN =
      Map.ofEntries(
          Map.entry("AVATA", AIRCRAFT),
          Map.entry("AIR_2S", AIRCRAFT),
          Map.entry("FPV", AIRCRAFT),
          Map.entry("MAVIC_MINI", AIRCRAFT),
          Map.entry("MINI_2", AIRCRAFT),
          Map.entry("MAVIC_3", AIRCRAFT),
          Map.entry("MAVIC_2_PRO", AIRCRAFT),
          Map.entry("SPARK", AIRCRAFT),
          Map.entry(
              "PHANTOM_4_PRO",
              Map.of("AIRCRAFT", 1, "GIMBAL", 1, "CAMERA", 1, "PROPELLER_PAIR", 2)),
          Map.entry("INSPIRE_2", Map.of("AIRCRAFT", 1, "PROPELLER_PAIR", 2)),
          Map.entry("ZENMUSE_X5S", Map.of("GIMBAL", 1, "CAMERA", 1)),
          Map.entry("OSMO_MOBILE_3", Map.of("GIMBAL", 1, "MOBILE_PHONE_HOLDER", 1, "BATTERY", 1)),
          Map.entry(
              "OSMO_MOBILE_6",
              Map.of("GIMBAL", 1, "MOBILE_PHONE_HOLDER", 1, "BATTERY", 1, "GRIP_TRIPOD", 1)),
          Map.entry("OM_5", Map.of("GIMBAL", 1, "BATTERY", 1)),
          Map.entry("POCKET_2", CAMERA),
          Map.entry("OSMO", CAMERA),
          Map.entry("OSMO_PLUS", CAMERA),
          Map.entry("OSMO_POCKET", CAMERA),
          Map.entry("OSMO_ACTION", CAMERA),
          Map.entry("OSMO_ACTION_3", CAMERA),
          Map.entry("ACTION_2_DUAL_SCREEN", Map.of("CAMERA", 1, "FRONT_TOUCHSCREEN_MODULE", 1)),
          Map.entry("ACTION_2_POWER", Map.of("CAMERA", 1, "POWER_MODULE", 1)),
          Map.entry("RS_2", STABILISER),
          Map.entry("RSC_2", STABILISER),
          Map.entry("RONIN_S", STABILISER),
          Map.entry(
              "RS_3",
              Map.of(
                  "GIMBAL", 1,
                  "GRIP", 1,
                  "USB_C_CHARGING_CABLE_40CM", 1,
                  "LENS_FASTENING_SUPPORT", 1,
                  "EXTENDED_GRIP_TRIPOD_PLASTIC", 1,
                  "QUICK_RELEASE_PLATE", 1,
                  "MULTI_CAMERA_CONTROL_CABLE_30CM", 1,
                  "SCREW_KIT", 1)),
          Map.entry(
              "RS_3_PRO",
              Map.of(
                  "GIMBAL", 1,
                  "GRIP", 1,
                  "USB_C_CHARGING_CABLE_40CM", 1,
                  "LENS_FASTENING_SUPPORT_EXTENDED", 1,
                  "EXTENDED_GRIP_TRIPOD_METAL", 1,
                  "QUICK_RELEASE_PLATE", 1,
                  "BRIEFCASE_HANDLE", 1,
                  "MULTI_CAMERA_CONTROL_CABLE_30CM", 1,
                  "SCREW_KIT", 1,
                  "CARRYING_CASE", 1)));

  static final List<String> MODELS = SENT_IN.keySet().stream().sorted().toList();

  /// The part that carries the serial.
  static String body(String model) {
    if (FLOWN.contains(model)) {
      return "AIRCRAFT";
    }
    return SENT_IN.get(model).containsKey("GIMBAL") ? "GIMBAL" : "CAMERA";
  }

  private static final Set<String> EXTENDED_AIRCRAFT =
      Set.of("GIMBAL", "CAMERA", "MAIN_CONTROLLER", "MOTORS", "ESC", "VISION_SYSTEM");

  /// What the extended warranty covers.
  static Set<String> extended(String model) {
    return switch (model) {
      case "INSPIRE_2" -> Set.of("MAIN_CONTROLLER", "MOTORS", "ESC", "VISION_SYSTEM");
      case "ZENMUSE_X5S" -> Set.of("GIMBAL", "CAMERA");
      case "OSMO_MOBILE_3", "OSMO_MOBILE_6" ->
          Set.of("GIMBAL", "BATTERY", "MOBILE_PHONE_HOLDER", "BUTTONS", "HANDLE");
      case "OM_5" -> Set.of("GIMBAL", "MOBILE_PHONE_HOLDER", "BUTTONS", "HANDLE");
      case "POCKET_2", "OSMO_ACTION" -> Set.of("CAMERA");
      case "OSMO_ACTION_3" -> Set.of("CAMERA", "BATTERY");
      case "OSMO", "OSMO_PLUS", "OSMO_POCKET" -> Set.of("GIMBAL", "CAMERA", "HANDLE");
      case "ACTION_2_DUAL_SCREEN" -> Set.of("CAMERA", "FRONT_TOUCHSCREEN_MODULE");
      case "ACTION_2_POWER" -> Set.of("CAMERA", "POWER_MODULE");
      case "RS_2", "RSC_2", "RONIN_S", "RS_3", "RS_3_PRO" -> Set.of("GIMBAL", "GRIP");
      default -> EXTENDED_AIRCRAFT;
    };
  }

  /// What the discount covers of what is ever sent in or repaired here: its own list, and the shell
  /// of an aircraft as a structural part.
  static Set<String> discounted(String model) {
    var parts = new HashSet<>(Set.of("AIRCRAFT", "GIMBAL", "CAMERA", "PROPELLER_PAIR", "BATTERY"));
    if (FLOWN.contains(model)) {
      parts.addAll(Set.of("SHELL", "REMOTE_CONTROLLER"));
    }
    return parts;
  }

  // ------------------------------------------------------------------------------- the findings

  /// What bars every service in the case.
  private static final Set<String> BARS_ALL =
      Set.of("X-G-03", "X-G-06", "X-G-07", "X-G-08", "X-G-09", "X-G-10");

  static final Set<String> BARS_REPLACEMENT = BARS_ALL;
  static final Set<String> BARS_REPAIR = BARS_ALL;
  static final Set<String> BARS_WARRANTY =
      union(BARS_ALL, Set.of("X-W-03", "X-W-04", "X-W-05", "X-W-06", "X-W-07"));

  /// What takes a part from every service that looks at parts.
  private static final Set<String> TAKES_FROM_ALL = Set.of("X-G-01", "X-G-02", "X-G-04", "X-G-05");

  static final Set<String> TAKES_PART = union(TAKES_FROM_ALL, Set.of("X-W-01", "X-W-08"));
  static final Set<String> TAKES_PART_OF_REPAIR = union(TAKES_FROM_ALL, Set.of("X-D-01"));

  /// What is never paid and bars nothing, and what has a test of its own.
  private static final Set<String> OTHERS =
      Set.of("X-G-11", "X-G-12", "X-G-13", "X-R-01", "X-R-02", "X-R-03", "X-D-02", "X-W-02");

  static final List<String> FINDINGS =
      union(union(BARS_WARRANTY, TAKES_PART), union(TAKES_PART_OF_REPAIR, OTHERS)).stream()
          .sorted()
          .toList();

  /// What is found about a fault that a warranty could serve.
  static final List<String> UNDER_WARRANTY =
      FINDINGS.stream().filter(id -> id.startsWith("X-W-")).toList();

  private static Set<String> union(Set<String> some, Set<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

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
