package org.planledger.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.reference.CaseId;

/// A command that could come next, and what would become of it. It is decided by the same function
/// as a real one, so what is shown as possible is accepted, and what is blocked says why.
///
/// @param command as somebody would send it who does everything right
public record Possibility(PlanCommand command, Decision decision) {

  /// What could be done with a plan at a moment: first with the plan itself, then with each case
  /// that is not closed.
  public static List<Possibility> of(Situation situation, Instant at) {
    var commands = new Hypothetical(situation, at);
    var all = new ArrayList<>(commands.ofThePlan());
    situation.sold().openCases().forEach(c -> all.addAll(commands.of(c)));
    return decided(situation, all);
  }

  /// What could be done in one case at a moment.
  public static List<Possibility> of(Situation situation, Case c, Instant at) {
    return decided(situation, new Hypothetical(situation, at).of(c));
  }

  /// What would be accepted instead of a command that was refused, at its own moment: in its case,
  /// if it has one that is open, and otherwise for its plan. Each has been decided, so that none of
  /// them is a promise.
  static List<Possibility> insteadOf(PlanCommand refused, Situation situation) {
    return alternatives(refused, situation).stream()
        .filter(Possibility::allowed)
        .filter(other -> other.command.getClass() != refused.getClass())
        .toList();
  }

  private static List<Possibility> alternatives(PlanCommand refused, Situation situation) {
    if (refused instanceof CaseCommand inCase && situation.plan().isPresent()) {
      var c = situation.sold().cases().get(inCase.caseId());
      if (c != null && !c.stage().closed()) {
        return of(situation, c, refused.at());
      }
    }
    return situation.plan().isEmpty()
        ? List.of()
        : decided(situation, new Hypothetical(situation, refused.at()).ofThePlan());
  }

  /// The name of the command.
  public String name() {
    return command.getClass().getSimpleName();
  }

  public Optional<CaseId> caseId() {
    return command instanceof CaseCommand inCase && !(command instanceof PlanCommand.OpenCase)
        ? Optional.of(inCase.caseId())
        : Optional.empty();
  }

  public boolean allowed() {
    return decision instanceof Decision.Accepted;
  }

  private static List<Possibility> decided(Situation situation, List<PlanCommand> commands) {
    return commands.stream()
        .map(command -> new Possibility(command, Plan.decide(situation, command)))
        .toList();
  }
}
