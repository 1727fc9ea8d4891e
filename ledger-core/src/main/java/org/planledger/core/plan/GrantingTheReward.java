package org.planledger.core.plan;

import java.util.Optional;
import org.planledger.core.plan.PlanCommand.GrantReward;
import org.planledger.core.plan.PlanEvent.RewardForfeited;
import org.planledger.core.plan.PlanEvent.RewardGranted;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;

/// Decides whether it can be recorded what became of the reward for safe flight (clauses 1.5, 3.5,
/// decisions ). Nobody has to ask for the reward, and no decision waits for the record.
final class GrantingTheReward {

  private GrantingTheReward() {}

  static Decision decide(Situation situation, GrantReward command) {
    var plan = situation.sold();
    var d = new Deliberation(plan.terms());
    var day = plan.day(command.at());
    var until = plan.sold().window().until();
    boolean over = !day.isBefore(until);
    boolean lost = Reward.on(plan, day) == Reward.FORFEITED;
    d.require(
        Rule.REWARD_UNASKED,
        over && !recorded(plan, lost),
        Inputs.of("on", day).and("until", until).and("recorded", recorded(plan, lost)),
        Optional.of(until).filter(_ -> !over));
    d.require(
        Rule.REWARD_NEEDS_A_PRODUCT,
        !plan.chain().isEmpty(),
        Inputs.of("devices", plan.chain().size()));
    var waiting =
        plan.openCases().stream()
            .filter(c -> !lost && Reward.undecided(plan, c))
            .map(c -> c.id().toString())
            .toList();
    d.require(Rule.REWARD_WAITS_FOR_CASES, waiting.isEmpty(), Inputs.of("openCases", waiting));
    if (d.granted()) {
      outcome(d, plan, lost);
    }
    return d.conclude(() -> changes(plan, command, lost));
  }

  /// Whether the last record says what is so now. A case that went on after its lapse can still
  /// use up a reward that was granted.
  private static boolean recorded(Plan plan, boolean lost) {
    return plan.life().reversed().stream()
        .filter(e -> e instanceof RewardGranted || e instanceof RewardForfeited)
        .findFirst()
        .filter(e -> e instanceof RewardForfeited == lost)
        .isPresent();
  }

  private static void outcome(Deliberation d, Plan plan, boolean lost) {
    d.apply(
        Rule.A_YEAR_FOR_SAFE_FLIGHT, Inputs.of("used", Reward.usedUp(plan)).and("granted", !lost));
    d.apply(Rule.REWARD_BY_AGREEMENT, Inputs.of("named", named(plan)));
    if (!lost) {
      d.apply(Rule.REWARD_COVERS_THE_SAME, Validity.windowsOf(cover(plan).reward()));
    }
  }

  private static boolean named(Plan plan) {
    return !cover(plan).reward().isEmpty();
  }

  private static Cover cover(Plan plan) {
    return plan.head().orElseThrow().cover();
  }

  private static Changes changes(Plan plan, GrantReward command, boolean lost) {
    return Changes.of(
        lost
            ? new RewardForfeited(
                plan.id(),
                command.at(),
                Reward.usedUp(plan)
                    ? RefusalCode.SERVICE_ALREADY_USED
                    : RefusalCode.PRODUCT_NOT_IN_AGREEMENT)
            : new RewardGranted(plan.id(), command.at(), cover(plan).reward()));
  }
}
