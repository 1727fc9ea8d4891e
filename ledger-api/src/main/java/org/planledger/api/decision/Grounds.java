package org.planledger.api.decision;

import java.util.List;
import java.util.Map;
import org.planledger.core.rule.Condition;

/// Says in a sentence why something was refused. It is made from the conditions alone, so that a
/// refusal that is read again, or repeated, says the same.
public final class Grounds {

  private Grounds() {}

  /// The first ground in a sentence, and how many there are beside it.
  public static String inWords(List<Condition> conditions) {
    var failed = conditions.stream().filter(condition -> !condition.holds()).toList();
    var first = sentence(failed.getFirst());
    return switch (failed.size()) {
      case 1 -> first;
      case 2 -> first + " One more ground is in the decision.";
      default -> first + " %d more grounds are in the decision.".formatted(failed.size() - 1);
    };
  }

  /// One ground in a sentence.
  public static String sentence(Condition ground) {
    var inputs = new Seen(ground.inputs().values());
    return switch (ground.rule()) {
      case QUOTA_ONE_YEAR, QUOTA_TWO_YEAR ->
          inputs.say(
              "%s of %s replacements are used and %s reserved.", "used", "total", "reserved");
      case FLYAWAY_QUOTA_ONE_YEAR, FLYAWAY_QUOTA_TWO_YEAR ->
          inputs.say(
              "%s of %s flyaway replacements are used and %s reserved.",
              "used", "total", "reserved");
      case DISCOUNT_QUOTA ->
          inputs.say(
              "%s of %s discounted repairs are used and %s reserved.", "used", "total", "reserved");
      case MAINTENANCE_QUOTA -> inputs.say("%s of %s maintenances are used.", "used", "total");
      case NO_CASE_OPEN -> "Still open are the cases %s.".formatted(inputs.list("openCases"));
      case NOTHING_USED -> "Used were %s.".formatted(inputs.list("used"));
      case DEVICE_AND_CONTROLLER_SENT_IN -> "Missing are %s.".formatted(inputs.list("missing"));
      case FEE_REFUNDABLE ->
          "Due back is %s; for more another person has to agree.".formatted(inputs.money("due"));
      case LINES_OF_A_DISCOUNT ->
          "The discount covers none of %s that was sent in together."
              .formatted(inputs.list("lines"));
      case WAIVED_BY_TWO ->
          "Overruled can be what the provider may refuse, and by two persons; asked was for %s."
              .formatted(inputs.list("codes"));
      case WINDOW_ONE_YEAR, WINDOW_TWO_YEAR ->
          inputs.say(
              "The application of %s lies outside the period from %s until %s, which is not in it"
                  + " any more.",
              "appliedOn", "from", "until");
      case APPLIED_IN_TIME ->
          inputs.say("On %s no service that this could lead to is in its period.", "appliedOn");
      case AMOUNT_AS_QUOTED ->
          "Open is %s and paid was %s.".formatted(inputs.money("due"), inputs.money("paid"));
      case EXPRESS_PAID_FIRST ->
          "The fee of %s has to be captured before the application.".formatted(inputs.money("due"));
      case SENT_BACK_IN_SEVEN_DAYS, SENT_BACK_IN_THREE_WORKING_DAYS ->
          inputs.say("Sent on %s; the last day was %s.", "dispatchedOn", "lastDay");
      case LAPSE_AFTER_THE_LAST_DAY ->
          inputs.say("The last day to send the device in is %s.", "lastDay");
      case HOME_REGION ->
          inputs.say(
              "The plan was bought in %s and service is requested in %s.",
              "planRegion", "requestRegion");
      case SAME_REGION_AS_PRODUCT ->
          inputs.say(
              "The plan was bought in %s and the product in %s.", "planRegion", "productRegion");
      case ACCEPTING_THE_TERMS ->
          inputs.say("Edition %s was not on sale on %s.", "acceptedTerms", "purchasedOn");
      case KNOWN_PRODUCT -> inputs.say("The catalogue has no model %s.", "model");
      case CASE_STILL_OPEN -> inputs.say("The case is closed; its stage is %s.", "stage");
      case STAGE_OF_THE_CASE ->
          inputs.say("The step does not belong to a case of type %s by %s.", "type", "process");
      case COVERED_PARTS_SENT_IN, EXPRESS_PARTS_SENT_IN ->
          "Missing are %s; their material costs %s."
              .formatted(inputs.list("missing"), inputs.money("due"));
      case BODY_SENT_IN -> inputs.say("The body of the product (%s) has not come in.", "body");
      case EXCLUDED_BY_A_FINDING -> "The assessment found %s.".formatted(inputs.list("exclusions"));
      case FREE_ALTERNATIVE_SHOWN ->
          inputs.say("%s would serve this case for nothing.", "freeAlternative");
      default -> "This does not hold: " + ground.rule().sentence();
    };
  }

  /// What a rule looked at, as far as it is there.
  private record Seen(Map<String, Object> values) {

    String say(String sentence, String... names) {
      var shown = new Object[names.length];
      for (int i = 0; i < names.length; i++) {
        shown[i] = values.getOrDefault(names[i], "unknown");
      }
      return sentence.formatted(shown);
    }

    String money(String name) {
      return values.get(name) instanceof Map<?, ?> money
          ? money.get("minor") + " minor units of " + money.get("currency")
          : "an amount the tariff does not name";
    }

    String list(String name) {
      return switch (values.get(name)) {
        case Map<?, ?> many ->
            String.join(", ", many.keySet().stream().map(String::valueOf).toList());
        case List<?> many -> String.join(", ", many.stream().map(String::valueOf).toList());
        case null, default -> "something";
      };
    }
  }
}
