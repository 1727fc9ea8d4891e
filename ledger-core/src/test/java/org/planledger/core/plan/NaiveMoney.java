package org.planledger.core.plan;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Terms;

/// The few figures and names the naive ledger looks up instead of knowing them.
final class NaiveMoney {

  private NaiveMoney() {}

  static Currency currency(Terms terms, String region) {
    return terms.region(Named.region(region)).orElseThrow().currency();
  }

  /// The months of official warranty by part: the table of the region, but for what was told.
  static Map<String, Integer> months(Terms terms, String region, DeviceFacts facts) {
    var months = new HashMap<String, Integer>();
    terms
        .warrantyMonths(Named.region(region), facts.model())
        .forEach((part, n) -> months.put(part.code(), n));
    facts
        .warrantyMonths()
        .forEach((part, n) -> realNames(part.code()).forEach(name -> months.put(name, n)));
    return months;
  }

  static Set<String> codes(Collection<Part> parts) {
    return parts.stream().flatMap(part -> realNames(part.code()).stream()).collect(toSet());
  }

  static List<String> realNames(String name) {
    return switch (name) {
      case "GIMBAL_AND_CAMERA" -> List.of("GIMBAL", "CAMERA");
      case "PROPELLERS" -> List.of("PROPELLER_PAIR");
      case "BG21_GRIP", "BG30_GRIP" -> List.of("GRIP");
      case "CAMERA_UNIT", "CAMERA_UNIT_WITH_LENS" -> List.of("CAMERA");
      case "BUILT_IN_BATTERY" -> List.of("BATTERY");
      case "MAGNETIC_PHONE_CLAMP" -> List.of("MOBILE_PHONE_HOLDER");
      default -> List.of(name);
    };
  }
}
