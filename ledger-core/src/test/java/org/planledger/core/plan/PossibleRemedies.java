package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.terms.Service;

/// Holds the remedies of any refusal against what is possible in its situation. What is only
/// another fact in the same command cannot be tried here.
final class PossibleRemedies {
  private static final Set<Remedy> SERVICES =
      Arrays.stream(Service.values())
          .map(service -> Remedy.valueOf(service.name()))
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Remedy.class)));

  private PossibleRemedies() {}

  static void check(Situation situation, PlanCommand command, Decision decision) {
    var remedies = Remedies.of(decision, command, situation);
    assertThat(remedies).as("remedies of %s", command).doesNotHaveDuplicates();
    if (decision instanceof Decision.Accepted) {
      assertThat(remedies).as("remedies of what was accepted").isEmpty();
    }
    var possible =
        situation.plan().isEmpty()
            ? List.<Possibility>of()
            : Possibility.of(situation, command.at());
    for (var remedy : remedies) {
      remedy
          .command()
          .ifPresent(
              name ->
                  assertThat(possible)
                      .as("%s cures %s: %s", remedy, decision.codes(), command)
                      .anyMatch(other -> other.allowed() && other.name().equals(name)));
      if (command instanceof CaseCommand inCase && SERVICES.contains(remedy)) {
        assertThat(Offer.of(situation, situation.sold().theCase(inCase.caseId())))
            .as("%s serves instead of %s", remedy, command)
            .anyMatch(offer -> offer.open() && offer.service().name().equals(remedy.name()));
      }
    }
  }
}
