package org.planledger.core.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.ClaimRepairDiscount;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.plan.PlanEvent.RepairDiscountClaimed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Discount;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;

/// Decides the use of a discounted repair (clauses 1.2, 2.4.1(2), 2.5.1, 3.2.1(1)). The claim
/// reserves it and fixes its price, line by line.
final class DiscountingARepair {

  private DiscountingARepair() {}

  static Decision decide(Situation situation, ClaimRepairDiscount command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var terms = PinnedTerms.of(c, situation);
    var d = Deliberation.in(c);
    boolean mine = conditions(d, plan, c, terms, command.acknowledgesFreeAlternative());
    var order =
        discount(plan, c, terms)
            .map(discount -> RepairOrder.of(plan, c, terms, discount, command.lines()));
    if (mine) {
      order.ifPresent(priced -> lines(d, c, terms, priced));
    }
    if (d.granted()) {
      shape(d, plan, c, terms, order.orElseThrow());
    }
    return d.conclude(() -> changes(plan, command, order.orElseThrow()));
  }

  private static void lines(Deliberation d, Case c, Terms terms, RepairOrder order) {
    order.conditions(d);
    c.assessed()
        .ifPresent(
            found ->
                Exclusions.ofParts(
                    d, terms, Service.REPAIR_DISCOUNT, found, order.anyDiscounted()));
  }

  /// All that a claim has to satisfy in this case now, whatever its lines. Offers ask the same.
  ///
  /// @return whether such a claim belongs to the case at all
  static boolean conditions(
      Deliberation d, Plan plan, Case c, Terms terms, boolean acknowledgesFreeAlternative) {
    if (Standing.ended(plan)) {
      Standing.runs(d, plan);
      return false;
    }
    boolean repair = c.opened().type() == CaseType.REPAIR && !c.express() && !c.chosen();
    if (!Stages.open(d, c) || !Stages.fits(d, c, repair, "ClaimRepairDiscount")) {
      return false;
    }
    d.dayIsSettled();
    Stages.headOnly(d, plan, c);
    Stages.notRestricted(d, plan, c);
    available(d, plan, terms, plan.deviceOf(c), c.opened().region(), c.opened().appliedOn());
    var assessed = c.assessed();
    d.require(
        Rule.ASSESSED_FIRST, assessed.isPresent(), Inputs.of("assessed", assessed.isPresent()));
    assessed.ifPresent(
        findings -> {
          cause(d, findings);
          Exclusions.ofTheCase(d, terms, Service.REPAIR_DISCOUNT, findings);
          ClaimingAReplacement.freeAlternative(d, plan, c, terms, acknowledgesFreeAlternative);
        });
    return true;
  }

  /// What holds before anything was assessed: offered, in its days, not used up, and with a tariff.
  static void available(
      Deliberation d,
      Plan plan,
      Terms terms,
      PlanEvent.DeviceBound bound,
      RegionCode region,
      LocalDate on) {
    var model = PinnedTerms.model(terms, bound.model());
    d.require(
        Rule.SERVICE_OFFERED_FOR_PRODUCT,
        model.offered().contains(Service.REPAIR_DISCOUNT),
        Inputs.of("model", model.code().code()).and("service", Service.REPAIR_DISCOUNT));
    Validity.ofReplacement(d, plan, on);
    var left = Entitlements.of(plan).repairDiscount();
    d.require(Rule.DISCOUNT_QUOTA, !left.spent(), Replacing.figures(left));
    configured(d, terms, model, region);
  }

  private static void configured(Deliberation d, Terms terms, Model model, RegionCode region) {
    if (!model.offered().contains(Service.REPAIR_DISCOUNT)) {
      return;
    }
    var discount = terms.repairDiscount(region, model.code());
    d.require(
        Rule.FEE_IS_CONFIGURED,
        discount.isPresent(),
        Inputs.of("region", region.code()).and("service", Service.REPAIR_DISCOUNT));
    discount.filter(Discount::sample).ifPresent(_ -> d.notice(Notice.SAMPLE_FEE));
  }

  static Optional<Discount> discount(Plan plan, Case c, Terms terms) {
    return terms.repairDiscount(c.opened().region(), plan.deviceOf(c).model());
  }

  private static void cause(Deliberation d, DamageAssessed assessed) {
    d.require(
        Rule.CAUSE_IS_COVERED,
        assessed.cause() != Cause.FLYAWAY,
        Inputs.of("cause", assessed.cause()).and("service", Service.REPAIR_DISCOUNT));
  }

  private static void shape(Deliberation d, Plan plan, Case c, Terms terms, RepairOrder order) {
    var model = plan.deviceOf(c).model();
    d.apply(Rule.DISCOUNT_FOR_WHAT_IS_SENT_IN, Inputs.of("lines", order.lines().size()));
    d.apply(
        Rule.DISCOUNTS_ARE_LIMITED,
        Inputs.of("availableBefore", Entitlements.of(plan).repairDiscount().available()));
    Rows.apply(d, terms, Service.REPAIR_DISCOUNT, model);
    ClaimingAReplacement.choice(d, plan, c, terms);
    order.shape(d);
  }

  private static Changes changes(Plan plan, ClaimRepairDiscount command, RepairOrder order) {
    return Changes.of(
        new RepairDiscountClaimed(
            plan.id(),
            command.claimedAt(),
            command.caseId(),
            List.copyOf(order.lines()),
            order.total(),
            new FeeSource(order.discount().source(), order.discount().sample()),
            command.acknowledgesFreeAlternative()));
  }
}
