package org.planledger.core.plan;

import java.util.Optional;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.plan.PlanEvent.PlanExited;
import org.planledger.core.plan.PlanEvent.PlanReturned;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;

/// Whether a plan is still one: not returned, not left (clauses 4, 5, decision A-82). Property and
/// money outlive it, so that what concerns a recovered aircraft or a refund stays possible.
final class Standing {

  private Standing() {}

  static boolean ended(Plan plan) {
    return plan.has(PlanReturned.class) || plan.has(PlanExited.class);
  }

  /// The answer to a command that comes after the end of the plan; none for one that is still
  /// possible.
  static Optional<Decision> ended(Situation situation, PlanCommand command) {
    return situation
        .plan()
        .filter(plan -> ended(plan) && !outlives(command))
        .map(Standing::refusal);
  }

  /// Says in a decision whether the end of the plan stands against the command.
  static void runs(Deliberation d, Plan plan) {
    d.insist(Rule.PLAN_STILL_RUNS, !ended(plan), inputs(plan));
  }

  private static Decision refusal(Plan plan) {
    var d = new Deliberation(plan.terms());
    runs(d, plan);
    return d.conclude(Changes::of);
  }

  private static Inputs inputs(Plan plan) {
    return Inputs.of("returnedAt", plan.last(PlanReturned.class).map(PlanReturned::at))
        .and("exitedAt", plan.last(PlanExited.class).map(PlanExited::at));
  }

  private static boolean outlives(PlanCommand command) {
    return command instanceof RefundFee
        || command instanceof ReportRecovered
        || command instanceof RecordRecoveredReturn
        || command instanceof PurchasePlan;
  }
}
