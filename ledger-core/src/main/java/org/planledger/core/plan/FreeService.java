package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.ExclusionLevel;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.Window;

/// Which warranty serves an assessed case for nothing, if any: first the official one, then the
/// extended one, then the reward (clauses 3.2.1 and 3.3, decision A-17b). A case is free when one
/// of its damaged parts is, after the findings that concern a part have taken theirs away; a loss
/// damages every part.
final class FreeService {

  private FreeService() {}

  static Optional<Service> of(Plan plan, Case c, Terms terms) {
    return c.assessed().flatMap(assessed -> of(plan, c, terms, assessed));
  }

  /// The rule that makes a service free in an assessed case, as a decision shows it.
  static Condition condition(Service service, Case c) {
    var inputs = Inputs.of("service", service).and("appliedOn", c.opened().appliedOn());
    return switch (service) {
      case OFFICIAL_WARRANTY -> new Condition(Rule.WARRANTY_IS_FREE, true, inputs);
      case EXTENDED_WARRANTY, SAFE_FLIGHT_REWARD ->
          new Condition(Rule.EXTENDED_WARRANTY_IS_FREE, true, inputs);
      case REPLACEMENT, REPAIR_DISCOUNT, MAINTENANCE ->
          throw new IllegalArgumentException(service + " is not a warranty");
    };
  }

  private static Optional<Service> of(Plan plan, Case c, Terms terms, DamageAssessed assessed) {
    var bound = plan.binding(c.opened().deviceId()).orElseThrow();
    var day = c.opened().appliedOn();
    var parts = judged(bound, assessed);
    var cover = bound.cover();
    if (assessed.inOfficialWarrantyScope() && covers(cover.officialWarranty(), parts, day)) {
      return Optional.of(Service.OFFICIAL_WARRANTY);
    }
    if (assessed.cause() != Cause.QUALITY_FAULT) {
      return Optional.empty();
    }
    if (applies(Service.EXTENDED_WARRANTY, cover.extendedWarranty(), bound, terms, assessed, day)) {
      return Optional.of(Service.EXTENDED_WARRANTY);
    }
    if (Reward.on(plan, day) == Reward.EARNED
        && applies(Service.SAFE_FLIGHT_REWARD, cover.reward(), bound, terms, assessed, day)) {
      return Optional.of(Service.SAFE_FLIGHT_REWARD);
    }
    return Optional.empty();
  }

  private static boolean covers(Map<Part, Window> windows, Set<Part> parts, LocalDate day) {
    return parts.stream()
        .flatMap(part -> Optional.ofNullable(windows.get(part)).stream())
        .anyMatch(window -> window.contains(day));
  }

  /// Whether a warranty of the plan answers a quality fault: no finding bars it, and it runs for a
  /// part that none takes away.
  private static boolean applies(
      Service service,
      Map<Part, Window> windows,
      DeviceBound bound,
      Terms terms,
      DamageAssessed assessed,
      LocalDate day) {
    var parts = new TreeSet<>(judged(bound, assessed));
    for (var finding : assessed.findings()) {
      switch (terms.exclusion(service, finding.exclusion()).orElse(ExclusionLevel.COST)) {
        case CASE, CASE_UNLESS_MISSING_MATERIAL_PAID -> parts.clear();
        case PART ->
            finding.part().map(terms::canonical).ifPresentOrElse(parts::removeAll, parts::clear);
        case COST -> {}
      }
    }
    return covers(windows, parts, day);
  }

  /// What the assessment names as damaged; where it names nothing, as for a loss, the whole device.
  private static Set<Part> judged(DeviceBound bound, DamageAssessed assessed) {
    return assessed.damagedParts().isEmpty()
        ? bound.cover().officialWarranty().keySet()
        : assessed.damagedParts();
  }
}
