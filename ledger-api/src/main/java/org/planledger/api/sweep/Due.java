package org.planledger.api.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.Decision.Accepted;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.ExpireService;
import org.planledger.core.plan.PlanCommand.GrantReward;
import org.planledger.core.plan.PlanCommand.LapseCase;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.Commitment;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.TermsBook;

/// What a plan has to have recorded on a day. Nothing is decided here: the same rules are asked as
/// for any command, and what they would refuse is not due.
final class Due {

  /// A case lapses for this reason, and every one for the same.
  static final String LAPSE_REASON = "Nothing was sent in by the last day.";

  private static final Commitment ANY_REASON = new Commitment(new UUID(0, 0), "0".repeat(64));

  private Due() {}

  /// A command that would be accepted now.
  ///
  /// @param key the idempotency key: the same for the same fact on the same day
  /// @param event what it would record
  record Command(PlanCommand command, String key, PlanEvent event) {}

  /// The first command that is due; none if everything is recorded. Cases lapse first, because a
  /// reward can wait for them; and only one is named, because it may change what is due next.
  static Optional<Command> next(Plan plan, TermsBook terms, SweepDay day) {
    var situation = new Situation(Optional.of(plan), Map.of(), terms);
    for (var candidate : candidates(plan, day)) {
      var decision = Plan.decide(situation, candidate.command());
      if (decision instanceof Accepted accepted) {
        return Optional.of(
            new Command(candidate.command(), candidate.key(), accepted.changes().plan().getLast()));
      }
    }
    return Optional.empty();
  }

  private record Candidate(PlanCommand command, String key) {}

  private static List<Candidate> candidates(Plan plan, SweepDay day) {
    var all = new ArrayList<Candidate>();
    plan.openCases().forEach(c -> lapse(plan, c, day).ifPresent(all::add));
    var zone = plan.sold().zone();
    var at = day.beginningIn(zone);
    for (var service : Service.values()) {
      all.add(
          new Candidate(
              new ExpireService(plan.id(), service, at),
              "expiry:%s:%s:%s".formatted(plan.id(), service, day.in(zone))));
    }
    all.add(
        new Candidate(
            new GrantReward(plan.id(), at), "reward:%s:%s".formatted(plan.id(), day.in(zone))));
    return all;
  }

  /// A case may lapse by itself only while nothing is under way; everything else is for a person
  /// to end. The day is that of the place where the case is served.
  private static Optional<Candidate> lapse(Plan plan, Case c, SweepDay day) {
    if (c.dispatched() || c.received()) {
      return Optional.empty();
    }
    return c.opened()
        .sendBack()
        .map(
            deadline ->
                new Candidate(
                    new LapseCase(plan.id(), c.id(), day.beginningIn(deadline.zone()), ANY_REASON),
                    "lapse:%s:%s:%s".formatted(plan.id(), c.id(), day.in(deadline.zone()))));
  }
}
