package org.planledger.core.plan;

import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.Window;

/// Decides the purchase of a plan (clauses Pre.1, 2.1). Terms, totals and windows are fixed here.
final class Selling {

  private Selling() {}

  static Decision decide(Situation situation, PurchasePlan command) {
    if (situation.plan().isPresent()) {
      throw new IllegalStateException("plan " + command.planId() + " was sold before");
    }
    var book = situation.terms();
    var terms = book.edition(command.acceptedTerms()).orElseGet(book::latest);
    var d = new Deliberation(terms);
    var region = regionOf(terms, command);
    var purchasedOn = command.purchasedAt().atZone(region.zone()).toLocalDate();
    d.require(
        Rule.ACCEPTING_THE_TERMS,
        book.onSale(command.acceptedTerms(), purchasedOn),
        Inputs.of("acceptedTerms", command.acceptedTerms().id()).and("purchasedOn", purchasedOn));
    d.apply(Rule.WINDOW_START, Inputs.of("effectiveOn", command.effectiveOn()));
    var sold = sold(command, terms, region);
    command
        .device()
        .ifPresent(
            facts ->
                BindingADevice.conditions(
                    d, Plan.justSold(sold), situation, facts, command.purchasedAt()));
    return d.conclude(
        () ->
            command
                .device()
                .map(
                    facts ->
                        BindingADevice.changes(sold, terms, facts, command.purchasedAt())
                            .after(sold))
                .orElseGet(() -> Changes.of(sold)));
  }

  private static PlanPurchased sold(PurchasePlan command, Terms terms, Region region) {
    var figures = terms.figures(command.planType());
    return new PlanPurchased(
        command.planId(),
        command.purchasedAt(),
        command.planType(),
        command.region(),
        region.zone(),
        TermsReference.to(terms),
        command.effectiveOn(),
        Window.ofMonths(command.effectiveOn(), figures.months()),
        figures,
        command.pricePaid(),
        command.account(),
        command.holder());
  }

  private static Region regionOf(Terms terms, PurchasePlan command) {
    return terms
        .region(command.region())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "edition %s is not sold in region %s"
                        .formatted(terms.edition().id(), command.region().code())));
  }
}
