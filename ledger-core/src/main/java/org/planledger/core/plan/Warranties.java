package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.Window;

/// Whether a warranty serves an assessed case for nothing, with every condition it rests on
/// (clauses 1.3, 2.4.1(3), 2.4.2, 3.2.1, 3.3). It does when it runs for one damaged part that no
/// finding takes away; the other parts are the customer's.
///
/// @param parts what the assessment names as damaged; for a loss, the whole device
record Warranties(
    Plan plan, Case c, Terms terms, DamageAssessed assessed, DeviceBound bound, Set<Part> parts) {

  static Warranties of(Plan plan, Case c, Terms terms, DamageAssessed assessed) {
    var bound = plan.deviceOf(c);
    var parts =
        assessed.damagedParts().isEmpty()
            ? bound.cover().officialWarranty().keySet()
            : assessed.damagedParts();
    return new Warranties(plan, c, terms, assessed, bound, parts);
  }

  /// All that has to be so for this warranty to serve the case.
  Deliberation conditions(Service service) {
    var d = Deliberation.in(c);
    switch (service) {
      case OFFICIAL_WARRANTY -> official(d);
      case EXTENDED_WARRANTY -> {
        var type = Inputs.of("planType", plan.sold().planType());
        if (d.require(
            Rule.NO_EXTENDED_WARRANTY_ONE_YEAR, plan.figures().extendedWarranty(), type)) {
          ofThePlan(d, service, bound.cover().extendedWarranty());
        }
      }
      case SAFE_FLIGHT_REWARD -> reward(d);
      case REPLACEMENT, REPAIR_DISCOUNT, MAINTENANCE ->
          throw new IllegalArgumentException(service + " is not a warranty");
    }
    return d;
  }

  private void official(Deliberation d) {
    boolean inScope = assessed.inOfficialWarrantyScope();
    d.require(Rule.WARRANTY_OF_THE_PLAN, inScope, Inputs.of("inOfficialWarrantyScope", inScope));
    var windows = bound.cover().officialWarranty();
    // No waiver makes a warranty run: it would serve for nothing what two persons only let in.
    d.insist(
        Rule.APPLIED_IN_TIME,
        runs(windows, parts),
        Validity.windowsOf(windows).and("parts", codes(parts)).and("appliedOn", day()));
  }

  private void reward(Deliberation d) {
    var reward = Reward.on(plan, day());
    d.require(Rule.REWARD_FOR_SAFE_FLIGHT, reward == Reward.EARNED, Inputs.of("reward", reward));
    ofThePlan(d, Service.SAFE_FLIGHT_REWARD, bound.cover().reward());
  }

  private void ofThePlan(Deliberation d, Service service, Map<Part, Window> windows) {
    d.require(
        Rule.NOT_THE_USERS_FAULT,
        assessed.cause() == Cause.QUALITY_FAULT,
        Inputs.of("cause", assessed.cause()));
    Exclusions.ofTheCase(d, terms, service, assessed);
    var listed = new TreeSet<>(parts);
    listed.retainAll(windows.keySet());
    var damaged = Inputs.of("damaged", codes(parts)).and("service", service);
    d.require(Rule.ON_THE_LIST, !listed.isEmpty(), damaged.and("listed", codes(listed)));
    var left = Exclusions.left(terms, service, assessed, listed);
    Exclusions.ofParts(d, terms, service, assessed, !left.isEmpty());
    if (!left.isEmpty()) {
      var shown = Validity.windowsOf(windows).and("parts", codes(left)).and("appliedOn", day());
      if (service == Service.SAFE_FLIGHT_REWARD) {
        d.insist(Rule.APPLIED_IN_TIME, runs(windows, left), shown);
      } else {
        extended(d, windows, left, shown);
      }
    }
  }

  /// Every extended warranty ends with the plan: one runs when it has begun and the plan is not
  /// over.
  private void extended(Deliberation d, Map<Part, Window> windows, Set<Part> left, Inputs shown) {
    var until = plan.sold().window().until();
    d.insist(
        Rule.EXTENDED_WARRANTY_START, left.stream().map(windows::get).anyMatch(this::begun), shown);
    d.insist(
        Rule.EXTENDED_WARRANTY_END,
        day().isBefore(until),
        Inputs.of("appliedOn", day()).and("until", until));
  }

  private boolean begun(Window window) {
    return !window.isEmpty() && !day().isBefore(window.from());
  }

  private boolean runs(Map<Part, Window> windows, Set<Part> among) {
    return among.stream()
        .anyMatch(part -> windows.containsKey(part) && windows.get(part).contains(day()));
  }

  private LocalDate day() {
    return c.opened().appliedOn();
  }

  private static List<String> codes(Set<Part> parts) {
    return parts.stream().map(Part::code).sorted().toList();
  }
}
