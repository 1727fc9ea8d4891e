package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.Window;

/// Works out the warranty windows of a device when it is bound (clause 2.1, decisions A-15 to
/// by component, because the official warranty differs from component to component.
final class Covering {

  private Covering() {}

  static Cover cover(PlanPurchased sold, Terms terms, DeviceFacts facts) {
    var official = officialWarranty(sold, terms, facts);
    var extended = new TreeMap<Part, Window>();
    var reward = new TreeMap<Part, Window>();
    var region = terms.region(sold.region()).orElseThrow();
    boolean rewarded = offered(terms, facts, Service.SAFE_FLIGHT_REWARD);
    for (var part : terms.coveredParts(Service.EXTENDED_WARRANTY, facts.model())) {
      var officialEnd = officialEnd(official, facts, part);
      if (sold.figures().extendedWarranty()) {
        extended.put(part, extendedWarranty(sold, officialEnd));
      }
      if (rewarded) {
        reward.put(part, reward(sold, terms, region, officialEnd));
      }
    }
    return new Cover(facts.warrantyStartsOn(), facts.warrantySource(), official, extended, reward);
  }

  /// Says in a decision which rules made the windows of the reward, and why an extended warranty
  /// that the plan has may have none.
  static void explain(Deliberation d, PlanPurchased sold, Terms terms, DeviceFacts facts) {
    var cover = cover(sold, terms, facts);
    var planEnd = Inputs.of("planEnd", sold.window().until());
    Validity.span(cover.reward().values())
        .ifPresent(
            reward -> {
              d.apply(beginningOfReward(sold, terms), planEnd.and("from", reward.from()));
              d.apply(
                  Rule.REWARD_LENGTH,
                  Inputs.of("months", terms.rewardMonths()).and("until", reward.until()));
            });
    if (!cover.extendedWarranty().isEmpty()
        && Validity.span(cover.extendedWarranty().values()).isEmpty()) {
      d.apply(Rule.EXTENDED_WARRANTY_MAY_BE_EMPTY, planEnd);
    }
  }

  private static Rule beginningOfReward(PlanPurchased sold, Terms terms) {
    var region = terms.region(sold.region()).orElseThrow();
    return switch (sold.planType()) {
      case TWO_YEAR -> Rule.REWARD_TWO_YEAR;
      case ONE_YEAR ->
          terms.rewardAfterOfficialWarranty(sold.planType(), region)
              ? Rule.REWARD_AFTER_WARRANTY
              : Rule.REWARD_AFTER_PLAN;
    };
  }

  private static boolean offered(Terms terms, DeviceFacts facts, Service service) {
    return PinnedTerms.model(terms, facts.model()).offered().contains(service);
  }

  private static Map<Part, Window> officialWarranty(
      PlanPurchased sold, Terms terms, DeviceFacts facts) {
    var months = new LinkedHashMap<>(terms.warrantyMonths(sold.region(), facts.model()));
    facts
        .warrantyMonths()
        .forEach(
            (part, months1) -> terms.canonical(part).forEach(same -> months.put(same, months1)));
    var windows = new TreeMap<Part, Window>();
    months.forEach(
        (part, length) -> windows.put(part, Window.ofMonths(facts.warrantyStartsOn(), length)));
    return windows;
  }

  /// A component without any official warranty is extended from the day the warranty of the others
  /// began.
  private static LocalDate officialEnd(Map<Part, Window> official, DeviceFacts facts, Part part) {
    var window = official.get(part);
    return window == null ? facts.warrantyStartsOn() : window.until();
  }

  /// From the end of the official warranty, but not before the plan, to the end of the plan. Where
  /// the official warranty lasts as long, nothing is left (rule R-2.1-11).
  private static Window extendedWarranty(PlanPurchased sold, LocalDate officialEnd) {
    var planWindow = sold.window();
    var from = later(officialEnd, planWindow.from());
    return new Window(
        from.isBefore(planWindow.until()) ? from : planWindow.until(), planWindow.until());
  }

  private static Window reward(
      PlanPurchased sold, Terms terms, Region region, LocalDate officialEnd) {
    var planEnd = sold.window().until();
    var from =
        terms.rewardAfterOfficialWarranty(sold.planType(), region)
            ? later(planEnd, officialEnd)
            : planEnd;
    return Window.ofMonths(from, terms.rewardMonths());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
