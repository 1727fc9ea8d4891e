package org.planledger.core.plan;

import org.planledger.core.plan.PlanCommand.RefundFee;
import org.planledger.core.plan.PlanEvent.FeeRefunded;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Money;

/// Decides refunds (clause 2.5.1, decisions A-05b, A-71). What is not due back can be paid back as
/// goodwill, if a second person agrees; either way never more than was paid.
final class Refunding {

  private Refunding() {}

  static Decision decide(Situation situation, RefundFee command) {
    var plan = situation.sold();
    var c = plan.theCase(command.caseId());
    var d = Deliberation.in(c);
    var refund = Refund.of(plan, c, command.purpose());
    var zero = new Money(0, command.amount().currency());
    var due = refund.map(Refund::due).orElse(zero);
    boolean goodwill = !covers(due, command.amount());
    if (Stages.fits(d, c, c.stage().closed(), "RefundFee")) {
      var kept = refund.map(Refund::kept).orElse(zero);
      d.require(
          Rule.AMOUNT_AS_QUOTED,
          command.amount().minor() > 0 && covers(kept, command.amount()),
          Inputs.of("kept", Fees.shown(kept)).and("asked", Fees.shown(command.amount())));
      boolean approved =
          command.approvedBy().filter(person -> !person.equals(command.actor())).isPresent();
      d.require(
          Rule.FEE_REFUNDABLE,
          !goodwill || approved,
          Inputs.of("due", Fees.shown(due))
              .and("limb", refund.flatMap(Refund::limb))
              .and("approvedByAnother", approved));
    }
    if (d.granted()) {
      shape(d, c, refund.orElseThrow());
    }
    return d.conclude(
        () ->
            Changes.of(
                new FeeRefunded(
                    plan.id(),
                    command.refundedAt(),
                    c.id(),
                    command.purpose(),
                    command.amount(),
                    command.reason(),
                    goodwill,
                    command.approvedBy(),
                    command.actor())));
  }

  private static void shape(Deliberation d, Case c, Refund refund) {
    d.apply(Rule.MONEY_DUE_BACK, Inputs.of("due", Fees.shown(refund.due())));
    if (c.express() && c.lapsedUnsent()) {
      d.apply(Rule.EXPRESS_FEE_STAYS, Inputs.of("kept", Fees.shown(refund.kept())));
    }
  }

  private static boolean covers(Money whole, Money part) {
    return whole.currency().equals(part.currency()) && part.minor() <= whole.minor();
  }
}
