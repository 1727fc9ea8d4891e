package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanCommand.CaseCommand;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.TermsBook;

/// Random commands against the ledger and a naive model of it, and what is said in advance against
/// both. [SimulatedBook] tells how to take another seed.
class SimulatingPlansTest {
  private static final Path REPORT = Path.of("target/simulated-rules.txt");

  @Test
  void the_ledger_answers_every_command_as_the_terms_on_paper_would() {
    var simulation = SimulatedBook.simulation();

    assertThat(simulation.commands()).hasSize(SimulatedBook.COMMANDS);
    assertThat(simulation.accepted())
        .as("accepted commands: enough to go deep, not so many that nothing is refused")
        .isBetween(SimulatedBook.COMMANDS * 4 / 10, SimulatedBook.COMMANDS * 8 / 10);
  }

  @Test
  void every_rule_of_the_catalogue_is_reported_by_a_decision_of_the_simulated_book()
      throws IOException {
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, Arrays.stream(Rule.values()).map(SimulatingPlansTest::report).toList());
    System.out.println("rules met by the simulation: " + REPORT.toAbsolutePath());

    assertThat(rulesThat(rule -> SimulatedBook.held(rule) + SimulatedBook.refused(rule) == 0))
        .as("rules that no decision reported")
        .isEmpty();
    assertThat(rulesThat(rule -> SimulatedBook.held(rule) == 0))
        .as("rules that held in no decision")
        .isEmpty();
  }

  @Test
  void every_rule_that_can_refuse_stands_in_the_way_of_something_in_the_simulated_book() {
    assertThat(
            rulesThat(
                rule ->
                    rule.code().isPresent()
                        && SimulatedBook.refused(rule) + SimulatedBook.denied(rule) == 0))
        .as("rules with a code that neither a decision nor an answer in advance failed")
        .isEmpty();
  }

  @Test
  void every_kind_of_command_is_accepted_somewhere_and_refused_somewhere() {
    var simulation = SimulatedBook.simulation();

    assertThat(simulation.acceptedKinds().keySet()).containsExactlyInAnyOrder(kinds());
    // Nothing speaks against these two but the end of the plan.
    assertThat(simulation.refusedKinds().keySet())
        .containsAll(
            Arrays.stream(kinds())
                .filter(kind -> !Set.of("RecordProductReturn", "RequestExit").contains(kind))
                .toList());
  }

  @Test
  void a_simulation_with_the_same_seed_is_the_same_simulation() {
    var once = new PlanSimulation(PlanSimulation.EDITIONS, 42);
    var again = new PlanSimulation(PlanSimulation.EDITIONS, 42);
    once.run(2_000);
    again.run(2_000);

    assertThat(once.commands()).isEqualTo(again.commands());
    assertThat(once.refusals()).isEqualTo(again.refusals());
  }

  @Test
  void a_clerk_who_forgets_the_quota_is_found_out_by_the_commands_that_matter() {
    var simulation = new PlanSimulation(PlanSimulation.EDITIONS, 42, Forgetful::new);

    assertThatThrownBy(() -> simulation.run(20_000))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed 42, world ")
        .hasMessageContaining("QUOTA_EXHAUSTED")
        .hasMessageContaining("-Dsimulation.seed=")
        .hasMessageContaining("PurchasePlan[")
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSizeLessThan(40));
  }

  private static List<Rule> rulesThat(Predicate<Rule> predicate) {
    return Arrays.stream(Rule.values()).filter(predicate).toList();
  }

  private static String report(Rule rule) {
    return "%s %s: held %d, refused %d, denied in advance %d"
        .formatted(
            rule.id(),
            rule,
            SimulatedBook.held(rule),
            SimulatedBook.refused(rule),
            SimulatedBook.denied(rule));
  }

  private static String[] kinds() {
    return Arrays.stream(PlanCommand.class.getPermittedSubclasses())
        .flatMap(
            kind ->
                kind == CaseCommand.class
                    ? Arrays.stream(kind.getPermittedSubclasses())
                    : Arrays.stream(new Class<?>[] {kind}))
        .map(Class::getSimpleName)
        .toArray(String[]::new);
  }

  private static final class Forgetful extends NaiveLedger {
    Forgetful(TermsBook book) {
      super(book);
    }

    @Override
    List<RefusalCode> grounds(PlanCommand command) {
      return super.grounds(command).stream()
          .filter(code -> code != RefusalCode.QUOTA_EXHAUSTED)
          .toList();
    }
  }
}
