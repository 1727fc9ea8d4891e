package org.planledger.core.simulation;

import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;

/// A decision that would go the other way.
///
/// @param attempt its number
/// @param command the name of the command
/// @param rule the first rule, in the order of the catalogue, that one side fails and the other
///     does not
/// @param codes every ground of the side that refuses
/// @param recorded how that rule was met when the command was decided; none if it was not asked
/// @param simulated how it would be met; none if it would not be asked
/// @param follows whether an earlier command on the same plan took effect on one side only: then
///     this one may differ for no other reason
public record Flip(
    long attempt,
    PlanId planId,
    Optional<CaseId> caseId,
    String command,
    Direction direction,
    Rule rule,
    List<RefusalCode> codes,
    Optional<Condition> recorded,
    Optional<Condition> simulated,
    boolean follows) {

  public Flip {
    codes = List.copyOf(codes);
  }

  static Flip of(RecordedAttempt attempt, Decision simulated, boolean follows) {
    var refusing = attempt.accepted() ? simulated : attempt.decision();
    var rule = firstFailed(refusing);
    return new Flip(
        attempt.number(),
        attempt.command().planId(),
        caseOf(attempt.command()),
        attempt.command().getClass().getSimpleName(),
        attempt.accepted() ? Direction.NOW_REFUSED : Direction.NOW_ACCEPTED,
        rule,
        refusing.codes(),
        met(attempt.decision(), rule),
        met(simulated, rule),
        follows);
  }

  static Optional<CaseId> caseOf(PlanCommand command) {
    return command instanceof CaseCommand inCase ? Optional.of(inCase.caseId()) : Optional.empty();
  }

  private static Rule firstFailed(Decision refused) {
    return refused.conditions().stream()
        .filter(condition -> !condition.holds())
        .map(Condition::rule)
        .min(Rule::compareTo)
        .orElseThrow();
  }

  /// The rule as one side met it: where it was asked more than once, as it failed.
  private static Optional<Condition> met(Decision decision, Rule rule) {
    var asked = decision.conditions().stream().filter(c -> c.rule() == rule).toList();
    return asked.stream()
        .filter(condition -> !condition.holds())
        .findFirst()
        .or(() -> asked.stream().findFirst());
  }
}
