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
