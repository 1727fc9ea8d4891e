package org.planledger.core.plan;

import java.time.LocalDate;
import org.planledger.core.plan.PlanCommand.UpgradeTerms;
import org.planledger.core.plan.PlanEvent.TermsUpgraded;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// Decides the move of a plan to a newer edition (decisions ): of every service the
/// higher total holds, windows run on as they are, and open cases end under the edition in which
/// they began.
final class UpgradingTerms {

  private UpgradingTerms() {}

  static Decision decide(Situation situation, UpgradeTerms command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    Standing.runs(d, plan);
    var day = plan.day(command.upgradedAt());
    boolean newer = sellable(situation.terms(), plan, command.edition(), day);
    d.require(
        Rule.ACCEPTING_THE_TERMS,
        newer,
        Inputs.of("from", plan.terms().edition().id())
            .and("to", command.edition().id())
            .and("upgradedOn", day));
    if (newer) {
      served(d, plan, situation.terms().edition(command.edition()).orElseThrow());
    }
    if (d.granted()) {
      shape(d, plan);
    }
    return d.conclude(() -> changes(situation, plan, command));
  }

  private static boolean sellable(TermsBook book, Plan plan, Edition edition, LocalDate day) {
    return book.onSale(edition, day) && edition.id().compareTo(plan.terms().edition().id()) > 0;
  }

  private static void served(Deliberation d, Plan plan, Terms newer) {
    var region = plan.sold().region();
    d.insist(
        Rule.SERVED_REGION, newer.region(region).isPresent(), Inputs.of("region", region.code()));
    plan.head()
        .ifPresent(
            head ->
                d.insist(
                    Rule.KNOWN_PRODUCT,
                    newer.model(head.model()).isPresent(),
                    Inputs.of("model", head.model().code())));
  }

  private static void shape(Deliberation d, Plan plan) {
    var open = plan.openCases().stream().map(c -> c.id().toString()).toList();
    d.apply(
        Rule.BETTER_OF_BOTH_EDITIONS,
        Inputs.of("replacementTotal", plan.figures().replacementTotal()));
    if (!open.isEmpty()) {
      d.apply(Rule.RESERVATIONS_STAY, Inputs.of("openCases", open));
    }
  }

  private static Changes changes(Situation situation, Plan plan, UpgradeTerms command) {
    var terms = situation.terms().edition(command.edition()).orElseThrow();
    return Changes.of(
        new TermsUpgraded(
            plan.id(),
            command.upgradedAt(),
            plan.terms(),
            TermsReference.to(terms),
            better(plan.figures(), terms.figures(plan.sold().planType()))));
  }

  /// The window stays, and with it whether there is an extended warranty at all.
  private static PlanFigures better(PlanFigures held, PlanFigures offered) {
    return new PlanFigures(
        held.months(),
        Math.max(held.replacementTotal(), offered.replacementTotal()),
        Math.max(held.flyawayMax(), offered.flyawayMax()),
        Math.max(held.repairDiscountTotal(), offered.repairDiscountTotal()),
        Math.max(held.maintenanceTotal(), offered.maintenanceTotal()),
        held.extendedWarranty());
  }
}
