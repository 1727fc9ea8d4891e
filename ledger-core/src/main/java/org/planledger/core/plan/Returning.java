package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.List;
import org.planledger.core.plan.PlanCommand.RecordProductReturn;
import org.planledger.core.plan.PlanCommand.ReturnPlan;
import org.planledger.core.plan.PlanEvent.PlanReturned;
import org.planledger.core.plan.PlanEvent.ProductReturned;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Service;

/// Decides the return of a plan (clause 5, decision A-38). Until when it is possible is a matter of
/// the shop's policy for the product, so that the return of the product is all that is looked at.
final class Returning {

  private Returning() {}

  static Decision decide(Situation situation, RecordProductReturn command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    Standing.runs(d, plan);
    var at = command.returnedOn().atStartOfDay(plan.sold().zone()).toInstant();
    return d.conclude(
        () ->
            Changes.of(
                new ProductReturned(plan.id(), at, command.returnedOn(), command.reference())));
  }

  static Decision decide(Situation situation, ReturnPlan command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    Standing.runs(d, plan);
    var returned = plan.last(ProductReturned.class);
    d.require(
        Rule.PRODUCT_RETURNED_FIRST,
        returned.isPresent(),
        Inputs.of("returnedOn", returned.map(ProductReturned::returnedOn)));
    var used = used(plan);
    d.require(Rule.NOTHING_USED, used.isEmpty(), Inputs.of("used", used));
    noCaseOpen(d, plan);
    if (d.granted()) {
      d.apply(
          Rule.RETURNED_WITH_THE_PRODUCT,
          Inputs.of("requestedOn", plan.day(command.requestedAt())));
      d.apply(Rule.PRICE_PAID_BACK, Inputs.of("refund", Fees.shown(plan.sold().pricePaid())));
    }
    return d.conclude(
        () ->
            Changes.of(
                new PlanReturned(plan.id(), command.requestedAt(), plan.sold().pricePaid())));
  }

  static void noCaseOpen(Deliberation d, Plan plan) {
    var open = plan.openCases().stream().map(c -> c.id().toString()).toList();
    d.require(Rule.NO_CASE_OPEN, open.isEmpty(), Inputs.of("openCases", open));
  }

  /// The services of the plan that were used at least once. The official warranty is none of them.
  static List<Service> used(Plan plan) {
    var used = new ArrayList<Service>();
    for (var c : plan.cases().values()) {
      c.settledUnder().filter(s -> s != Service.OFFICIAL_WARRANTY).ifPresent(used::add);
      if (c.usedMaintenance()) {
        used.add(Service.MAINTENANCE);
      }
    }
    return used.stream().distinct().sorted().toList();
  }
}
