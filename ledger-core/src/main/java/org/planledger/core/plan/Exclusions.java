package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.ExclusionLevel;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// What the findings of an assessment do to a service (clause 2.4.2). A finding bars the service in
/// this case, or takes a part from it, or names a loss that is never paid; which of these is said
/// by the terms, service by service (decision A-64).
final class Exclusions {

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("X-G-01", Rule.ON_THE_LIST),
          Map.entry("X-G-02", Rule.PROVIDERS_PRODUCT),
          Map.entry("X-G-03", Rule.FOREIGN_ACCESSORY),
          Map.entry("X-G-04", Rule.STOLEN_PART),
          Map.entry("X-G-05", Rule.UNAUTHORISED_REPAIR),
          Map.entry("X-G-06", Rule.DELIBERATE_DAMAGE),
          Map.entry("X-G-07", Rule.AGAINST_THE_MANUAL),
          Map.entry("X-G-08", Rule.ILLEGAL_USE),
          Map.entry("X-G-09", Rule.FORCE_MAJEURE),
          Map.entry("X-G-10", Rule.RADIOACTIVITY),
          Map.entry("X-G-11", Rule.ENHANCEMENT),
          Map.entry("X-G-12", Rule.INDIRECT_LOSS),
          Map.entry("X-G-13", Rule.LEGAL_COSTS),
          Map.entry("X-R-01", Rule.LOST_COMPONENTS),
          Map.entry("X-R-02", Rule.FLYAWAY_LINKS_ENABLED),
          Map.entry("X-R-03", Rule.THIRD_PARTY_LOSS),
          Map.entry("X-D-01", Rule.LOST_PART_OF_A_REPAIR),
          Map.entry("X-D-02", Rule.LOSS_BESIDE_A_REPAIR),
          Map.entry("X-W-01", Rule.LOST_PART_UNDER_WARRANTY),
          Map.entry("X-W-02", Rule.LOSS_BESIDE_A_WARRANTY),
          Map.entry("X-W-03", Rule.NO_QUALITY_ISSUE),
          Map.entry("X-W-04", Rule.UNSUITABLE_CONDITIONS),
          Map.entry("X-W-05", Rule.AIRWORTHINESS),
          Map.entry("X-W-06", Rule.WARRANTY_AGAINST_THE_MANUAL),
          Map.entry("X-W-07", Rule.DEFECTIVE_BATTERY),
          Map.entry("X-W-08", Rule.COSMETIC_DAMAGE));

  private Exclusions() {}

  /// The findings that bar the service in the whole case, each a ground of its own, and those that
  /// name a loss which is never paid. Missing links and missing components have rules of their own.
  static void ofTheCase(Deliberation d, Terms terms, Service service, DamageAssessed assessed) {
    var barring = found(terms, service, assessed, ExclusionLevel.CASE);
    barring.remove(ClaimingAReplacement.LINK_NOT_ENABLED);
    d.require(Rule.EXCLUDED_BY_A_FINDING, barring.isEmpty(), Inputs.of("exclusions", barring));
    barring.forEach(id -> d.require(rule(id), false, inputs(service, id)));
    found(terms, service, assessed, ExclusionLevel.COST)
        .forEach(id -> d.apply(rule(id), inputs(service, id)));
  }

  /// Which of these parts no finding takes from the service; one that names no part takes them all.
  static Set<Part> left(
      Terms terms, Service service, DamageAssessed assessed, Iterable<Part> parts) {
    var left = new TreeSet<Part>();
    parts.forEach(left::add);
    for (var finding : assessed.findings()) {
      if (level(terms, service, finding).equals(Optional.of(ExclusionLevel.PART))) {
        finding.part().map(terms::canonical).ifPresentOrElse(left::removeAll, left::clear);
      }
    }
    return left;
  }

  /// The rules of the findings that take parts from the service, with what they leave of it.
  ///
  /// @param served whether a part is left that the service answers
  static void ofParts(
      Deliberation d, Terms terms, Service service, DamageAssessed assessed, boolean served) {
    found(terms, service, assessed, ExclusionLevel.PART)
        .forEach(id -> d.require(rule(id), served, inputs(service, id).and("partsLeft", served)));
  }

  static boolean found(DamageAssessed assessed, String exclusion) {
    return assessed.findings().stream().anyMatch(f -> f.exclusion().equals(exclusion));
  }

  private static Inputs inputs(Service service, String id) {
    return Inputs.of("exclusion", id).and("service", service);
  }

  private static List<String> found(
      Terms terms, Service service, DamageAssessed assessed, ExclusionLevel level) {
    return new ArrayList<>(
        assessed.findings().stream()
            .filter(f -> level(terms, service, f).equals(Optional.of(level)))
            .map(Finding::exclusion)
            .distinct()
            .sorted()
            .toList());
  }

  private static Optional<ExclusionLevel> level(Terms terms, Service service, Finding finding) {
    return terms.exclusion(service, finding.exclusion());
  }

  /// An id that a later edition brings before this catalogue has it is shown under the rule of all
  /// findings.
  private static Rule rule(String id) {
    return RULES.getOrDefault(id, Rule.EXCLUDED_BY_A_FINDING);
  }
}
