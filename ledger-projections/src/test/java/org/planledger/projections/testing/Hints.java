package org.planledger.projections.testing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.Possibility;
import org.planledger.core.plan.Situation;

/// What the ledger itself proposes to send next, with the amounts that it would accept.
final class Hints {

  private Hints() {}

  static <C extends PlanCommand> Optional<C> possible(
      Plan before, Instant now, Class<C> kind, Predicate<C> which) {
    var situation = new Situation(Optional.of(before), Map.of(), TestLedger.TERMS);
    return Possibility.of(situation, now).stream()
        .map(Possibility::command)
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(which)
        .findFirst();
  }
}
