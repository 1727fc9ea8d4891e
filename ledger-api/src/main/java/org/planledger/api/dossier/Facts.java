package org.planledger.api.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.planledger.api.evidence.NamedInJson;
import org.planledger.core.json.LedgerJson;
import tools.jackson.databind.JsonNode;

/// Puts into words what an event or a command says. It goes by the form of its members, so that it
/// tells of events that nobody had thought of when it was written.
final class Facts {
  /// What stands in columns of its own.
  private static final Set<String> ELSEWHERE = Set.of("planId", "caseId", "at");

  private static final int SHOWN_OF_A_HASH = 12;

  private final DeviceNames devices;

  Facts(DeviceNames devices) {
    this.devices = devices;
  }

  List<Fact> of(Object eventOrCommand) {
    var facts = new ArrayList<Fact>();
    JsonNode json = LedgerJson.mapper().valueToTree(eventOrCommand);
    json.properties().stream()
        .filter(member -> !ELSEWHERE.contains(member.getKey()))
        .forEach(member -> tell("", member.getKey(), member.getValue(), facts));
    return facts;
  }

  private void tell(String outer, String name, JsonNode value, List<Fact> facts) {
    var label = outer.isEmpty() ? words(name) : outer + ", " + words(name);
    if (!value.isObject() || isOneValue(value)) {
      facts.add(new Fact(label, shown(name, value)));
    } else if (value.properties().stream().allMatch(member -> isWindow(member.getValue()))) {
      byWindow(value).forEach((window, names) -> facts.add(new Fact(label, names + " " + window)));
    } else {
      value.properties().forEach(member -> tell(label, member.getKey(), member.getValue(), facts));
    }
  }

  /// Components that share a window are told together.
  private static Map<String, String> byWindow(JsonNode windows) {
    var names = new LinkedHashMap<String, String>();
    windows
        .properties()
        .forEach(
            member ->
                names.merge(
                    window(member.getValue()),
                    member.getKey(),
                    (some, other) -> some + ", " + other));
    return names;
  }

  private String shown(String name, JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty()
          ? "none"
          : value.valueStream().map(each -> shown(name, each)).collect(Collectors.joining("; "));
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    }
    if (!value.isObject()) {
      var text = value.asString();
      return NamedInJson.namesDevice(name, text) ? devices.of(text) : text;
    }
    if (isMoney(value)) {
      return money(value.path("minor").longValue(), value.path("currency").stringValue());
    }
    if (isWindow(value)) {
      return window(value);
    }
    if (isCommitment(value)) {
      return "private, kept apart under SHA-256 " + cut(value.path("sha256").stringValue());
    }
    if (isTerms(value)) {
      return "edition %s, SHA-256 %s"
          .formatted(value.path("edition").stringValue(), cut(value.path("sha256").stringValue()));
    }
    return value.properties().stream()
        .map(member -> words(member.getKey()) + " " + shown(member.getKey(), member.getValue()))
        .collect(Collectors.joining(", "));
  }

  static String money(long minor, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
  }

  private static boolean isOneValue(JsonNode value) {
    return isMoney(value) || isWindow(value) || isCommitment(value) || isTerms(value);
  }

  private static boolean isMoney(JsonNode value) {
    return value.size() == 2 && value.has("minor") && value.has("currency");
  }

  private static boolean isWindow(JsonNode value) {
    return value.size() == 2 && value.has("from") && value.has("until");
  }

  private static boolean isCommitment(JsonNode value) {
    return value.size() == 2 && value.has("reference") && value.has("sha256");
  }

  private static boolean isTerms(JsonNode value) {
    return value.size() == 2 && value.has("edition") && value.has("sha256");
  }

  private static String window(JsonNode value) {
    return window(
        LocalDate.parse(value.path("from").stringValue()),
        LocalDate.parse(value.path("until").stringValue()));
  }

  /// With its last day, as people read a period.
  static String window(LocalDate from, LocalDate until) {
    return from.isBefore(until) ? "%s to %s".formatted(from, until.minusDays(1)) : "no day";
  }

  private static String cut(String hash) {
    return hash.substring(0, Math.min(SHOWN_OF_A_HASH, hash.length())) + "…";
  }

  /// `RepairDiscountClaimed` and `freeAlternative` as people write them.
  static String words(String name) {
    if (name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  /// The same for the beginning of a sentence.
  static String title(String name) {
    var words = words(name);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
