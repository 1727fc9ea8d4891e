package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Terms;

/// Random commands against the ledger and a naive model of it. The build always takes the same
/// seed, so that it passes or fails for everybody; `-Dsimulation.seed` takes another, and
/// `-Dsimulation.commands` makes it longer.
class SimulatingPlansTest {
  private static final int COMMANDS = Integer.getInteger("simulation.commands", 120_000);

  @Test
  void the_ledger_answers_every_command_as_the_terms_on_paper_would() {
    long seed = Long.getLong("simulation.seed", 20_221_001);
    System.out.println("simulation.seed=" + seed);
    var simulation = new PlanSimulation(StoryLedger.RELEASED, seed);

    simulation.run(COMMANDS);

    assertThat(simulation.commands()).hasSize(COMMANDS);
    assertThat(simulation.accepted())
        .as("accepted commands: enough to go deep, not so many that nothing is refused")
        .isBetween(COMMANDS * 4 / 10, COMMANDS * 8 / 10);
  }

  @Test
  void a_simulation_with_the_same_seed_is_the_same_simulation() {
    var once = new PlanSimulation(StoryLedger.RELEASED, 42);
    var again = new PlanSimulation(StoryLedger.RELEASED, 42);
    once.run(2_000);
    again.run(2_000);

    assertThat(once.commands()).isEqualTo(again.commands());
    assertThat(once.refusals()).isEqualTo(again.refusals());
  }

  @Test
  void a_clerk_who_forgets_the_quota_is_found_out_by_the_commands_that_matter() {
    var simulation = new PlanSimulation(StoryLedger.RELEASED, 42, Forgetful::new);

    assertThatThrownBy(() -> simulation.run(20_000))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed 42, world ")
        .hasMessageContaining("QUOTA_EXHAUSTED")
        .hasMessageContaining("-Dsimulation.seed=")
        .hasMessageContaining("PurchasePlan[")
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSizeLessThan(40));
  }

  @Test
  void a_simulation_sends_every_kind_of_command() {
    var simulation = new PlanSimulation(StoryLedger.RELEASED, 42);
    simulation.run(10_000);

    assertThat(RandomCommands.counted(simulation.commands()).keySet())
        .containsExactlyInAnyOrder(
            Arrays.stream(PlanCommand.class.getPermittedSubclasses())
                .flatMap(
                    kind ->
                        kind == CaseCommand.class
                            ? Arrays.stream(kind.getPermittedSubclasses())
                            : Arrays.stream(new Class<?>[] {kind}))
                .map(Class::getSimpleName)
                .toArray(String[]::new));
  }

  private static final class Forgetful extends NaiveLedger {
    Forgetful(Terms terms) {
      super(terms);
    }

    @Override
    List<RefusalCode> grounds(PlanCommand command) {
      return super.grounds(command).stream()
          .filter(code -> code != RefusalCode.QUOTA_EXHAUSTED)
          .toList();
    }
  }
}
