package org.planledger.core.plan;

import org.planledger.core.plan.PlanCommand.ConfirmExit;
import org.planledger.core.plan.PlanCommand.RequestExit;
import org.planledger.core.plan.PlanEvent.ExitRequested;
import org.planledger.core.plan.PlanEvent.PlanExited;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;

/// Decides the early end of a plan: the customer asks for it, the provider confirms it (clause 4,
/// decisions ). A request alone changes nothing.
final class Exiting {

  private Exiting() {}

  static Decision decide(Situation situation, RequestExit command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    Standing.runs(d, plan);
    return d.conclude(() -> Changes.of(new ExitRequested(plan.id(), command.requestedAt())));
  }

  static Decision decide(Situation situation, ConfirmExit command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    Standing.runs(d, plan);
    var asked = plan.last(ExitRequested.class);
    d.require(
        Rule.EXIT_ASKED_FOR,
        asked.isPresent(),
        Inputs.of("requestedAt", asked.map(ExitRequested::at)));
    Returning.noCaseOpen(d, plan);
    if (d.granted()) {
      d.apply(Rule.NO_REFUND_ON_EXIT, Inputs.of("pricePaid", Fees.shown(plan.sold().pricePaid())));
    }
    return d.conclude(
        () -> Changes.of(new PlanExited(plan.id(), command.confirmedAt(), command.confirmedBy())));
  }
}
