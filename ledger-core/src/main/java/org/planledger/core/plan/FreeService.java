package org.planledger.core.plan;

import java.util.List;
import java.util.Optional;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Which warranty serves an assessed case for nothing, if any: first the official one, then the
/// extended one, then the reward (clauses 3.2.1 and 3.3, decision A-17b). A case is free when one
/// of its damaged parts is, after the findings that concern a part have taken theirs away; a loss
/// damages every part.
final class FreeService {

  /// In the order in which they are asked.
  static final List<Service> WARRANTIES =
      List.of(Service.OFFICIAL_WARRANTY, Service.EXTENDED_WARRANTY, Service.SAFE_FLIGHT_REWARD);

  private FreeService() {}

  static Optional<Service> of(Plan plan, Case c, Terms terms) {
    // A device in for maintenance is repaired for nothing in a case of its own.
    if (c.maintenance()) {
      return Optional.empty();
    }
    return c.assessed()
        .map(assessed -> Warranties.of(plan, c, terms, assessed))
        .flatMap(
            warranties ->
                WARRANTIES.stream()
                    .filter(service -> warranties.conditions(service).granted())
                    .findFirst());
  }

  /// What is served for nothing is there, unless it is lost: an assessed case can have nothing at
  /// the centre where the receipt turned out to be a mistake (decision A-94).
  static void received(Deliberation d, Case c) {
    if (!c.flyaway()) {
      d.require(Rule.RECEIVED_FOR_ASSESSMENT, c.received(), Inputs.of("received", c.received()));
    }
  }

  /// What a service that is free rests on and means, for whoever reads the decision.
  static void shape(Deliberation d, Plan plan, Case c, Terms terms, Service service) {
    restsOn(d, plan, c, terms, service);
    if (service == Service.OFFICIAL_WARRANTY) {
      return;
    }
    d.apply(Rule.WARRANTY_COSTS_NOTHING, Inputs.of("service", service));
    d.apply(Rule.EXTENDED_WARRANTY_UNLIMITED, Inputs.of("service", service));
    Rows.apply(d, terms, service, plan.deviceOf(c).model());
    if (service == Service.SAFE_FLIGHT_REWARD) {
      d.apply(Rule.REWARD_COVERS_THE_SAME, Inputs.of("model", plan.deviceOf(c).model().code()));
    }
  }

  /// What makes a service free, and every condition of the warranty that it is.
  static void restsOn(Deliberation d, Plan plan, Case c, Terms terms, Service service) {
    d.adopt(condition(service, c));
    c.assessed()
        .map(assessed -> Warranties.of(plan, c, terms, assessed).conditions(service).conditions())
        .ifPresent(all -> all.forEach(d::adopt));
  }

  /// The rule that makes a service free in an assessed case, as a decision shows it.
  private static Condition condition(Service service, Case c) {
    var inputs = Inputs.of("service", service).and("appliedOn", c.opened().appliedOn());
    return switch (service) {
      case OFFICIAL_WARRANTY ->
          new Condition(
              c.flyaway() ? Rule.LOSS_UNDER_WARRANTY : Rule.WARRANTY_IS_FREE, true, inputs);
      case EXTENDED_WARRANTY, SAFE_FLIGHT_REWARD ->
          new Condition(
              c.flyaway() ? Rule.LOSS_UNDER_EXTENDED_WARRANTY : Rule.EXTENDED_WARRANTY_IS_FREE,
              true,
              inputs);
      case REPLACEMENT, REPAIR_DISCOUNT, MAINTENANCE ->
          throw new IllegalArgumentException(service + " is not a warranty");
    };
  }
}
