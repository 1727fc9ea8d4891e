package org.planledger.core.plan;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.ReplacementMode;

/// What is left of every service of a plan (clause 2.3), counted over its cases.
///
/// @param flyaway the limit on flyaways inside the replacements; what is available is never more
/// than the replacements that are left
public record Entitlements(
    Entitlement replacement,
    Entitlement flyaway,
    Entitlement repairDiscount,
    Entitlement maintenance,
    Entitlement extendedWarranty) {

  public static Entitlements of(Plan plan) {
    PlanFigures figures = plan.figures();
    var replacement =
        Entitlement.of(
            figures.replacementTotal(),
            count(plan, Case::used, _ -> true),
            count(plan, Case::reserves, _ -> true));
    return new Entitlements(
        replacement,
        flyaways(plan, replacement),
        Entitlement.of(
            figures.repairDiscountTotal(),
            count(plan, Case::usedDiscount),
            count(plan, Case::reservesDiscount)),
        // Maintenance is entered when it is carried out; nothing is held back for it before.
        Entitlement.of(figures.maintenanceTotal(), count(plan, Case::usedMaintenance), 0),
        figures.extendedWarranty()
            ? Entitlement.unlimited(count(plan, Case::usedExtendedWarranty))
            : Entitlement.of(0, 0, 0));
  }

  /// Whether a flyaway is kept back by the limit on flyaways itself.
  boolean flyawayLimitReached() {
    return flyaway.used() + flyaway.reserved() >= flyaway.total().orElseThrow();
  }

  /// The ordinal of the next replacement: the lowest number that no used or reserved one holds, so
  /// that the fees of used replacements are always the ladder of the tariff (decision A-24).
  static int nextOrdinal(Plan plan) {
    var held =
        plan.cases().values().stream()
            .filter(c -> c.used() || c.reserves())
            .flatMap(c -> c.claimed().stream())
            .map(ReplacementClaimed::ordinal)
            .toList();
    return IntStream.iterate(1, n -> n + 1)
        .filter(n -> !held.contains(n))
        .findFirst()
        .orElseThrow();
  }

  private static Entitlement flyaways(Plan plan, Entitlement replacement) {
    Predicate<ReplacementClaimed> lost = claim -> claim.mode() == ReplacementMode.FLYAWAY;
    var limit =
        Entitlement.of(
            plan.figures().flyawayMax(),
            count(plan, Case::used, lost),
            count(plan, Case::reserves, lost));
    int available =
        Math.min(limit.available().orElseThrow(), replacement.available().orElseThrow());
    return new Entitlement(limit.total(), limit.used(), limit.reserved(), Optional.of(available));
  }

  private static int count(Plan plan, Predicate<Case> state) {
    return (int) plan.cases().values().stream().filter(state).count();
  }

  private static int count(Plan plan, Predicate<Case> state, Predicate<ReplacementClaimed> claim) {
    return (int)
        plan.cases().values().stream()
            .filter(state)
            .filter(c -> c.claimed().filter(claim).isPresent())
            .count();
  }
}
