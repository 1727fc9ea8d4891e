package org.planledger.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.planledger.core.plan.PlanEvent.CaseEvent;
import org.planledger.core.plan.PlanEvent.CaseReinstated;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;

/// A case that lapsed because nothing was sent goes on: something was sent in time after all, or
/// the deadline was waived (decision A-68). It keeps its date; what it had reserved, it has to find
/// again.
final class Reinstating {

  private Reinstating() {}

  static void conditions(Deliberation d, Plan plan, Case c) {
    Stages.headOnly(d, plan, c);
    Stages.notRestricted(d, plan, c);
    var left = Entitlements.of(plan).replacement();
    boolean needed = c.claimed().isPresent();
    d.require(
        Rule.REINSTATED,
        !needed || !left.spent(),
        Replacing.figures(left).and("needed", needed).and("appliedOn", c.opened().appliedOn()));
    var refunded = c.refunded(FeePurpose.SERVICE_FEE);
    d.require(
        Rule.EXPRESS_PAID_FIRST,
        refunded.isEmpty(),
        Inputs.of("refunded", refunded.map(Fees::shown)));
  }

  /// The case goes on with what follows. An ordinal was given out again if somebody took it in the
  /// meantime; the fee that was paid stays as it is (decision A-24).
  static Changes changes(
      Plan plan, Case c, Instant at, ReinstatementCause cause, CaseEvent following) {
    var events = new ArrayList<PlanEvent>();
    events.add(new CaseReinstated(plan.id(), at, c.id(), cause));
    c.claimed()
        .ifPresent(
            claim ->
                events.add(
                    new ReplacementClaimed(
                        plan.id(),
                        claim.at(),
                        c.id(),
                        claim.mode(),
                        Entitlements.nextOrdinal(plan),
                        claim.fee(),
                        claim.freeAlternativeAcknowledged())));
    events.add(following);
    return new Changes(events, List.of());
  }
}
