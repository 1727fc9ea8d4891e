package org.planledger.core.plan;

import java.util.List;
import java.util.Optional;
import org.planledger.core.rule.Rule;

/// The simulated book of this build: run once, and looked at by every test that wants to know what
/// happened in it. The build always takes the same seed, so that it passes or fails for everybody;
/// `-Dsimulation.seed` takes another, and `-Dsimulation.commands` makes it longer.
public final class SimulatedBook {
  static final int COMMANDS = Integer.getInteger("simulation.commands", 250_000);
  static final long SEED = Long.getLong("simulation.seed", 20_221_001);

  private static Optional<PlanSimulation> run = Optional.empty();

  private SimulatedBook() {}

  static synchronized PlanSimulation simulation() {
    if (run.isEmpty()) {
      System.out.println("simulation.seed=" + SEED);
      var simulation = new PlanSimulation(PlanSimulation.EDITIONS, SEED);
      simulation.run(COMMANDS);
      run = Optional.of(simulation);
    }
    return run.get();
  }

  /// Every event that followed from its commands.
  public static List<Object> events() {
    return simulation().events();
  }

  /// How many decisions found that a rule held.
  public static int held(Rule rule) {
    return simulation().met().held(rule);
  }

  /// How many decisions were refused by a rule, alone or among others.
  public static int refused(Rule rule) {
    return simulation().met().refused(rule);
  }

  /// How many answers given in advance named a rule as what stands in the way: offers, commands
  /// that are possible, and the counter.
  public static int denied(Rule rule) {
    return simulation().met().refusedInAnswers(rule);
  }
}
