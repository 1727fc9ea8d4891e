package org.planledger.core.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.simulation.Candidate;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;

/// Many small worlds, each with a handful of plans and devices and its own stretch of random
/// commands. When one goes wrong, its commands are thinned out to the few that matter.
final class PlanSimulation {
  static final int COMMANDS_OF_A_WORLD = 160;

  /// The released editions, with the centres of one region, which the released ones do not list.
  static final TermsBook EDITIONS =
      new TermsBook(List.of(listing("2022-10"), listing("2023-07")), Map.of());

  private final TermsBook book;
  private final long seed;
  private final Function<TermsBook, NaiveLedger> clerk;
  private final List<PlanCommand> commands = new ArrayList<>();
  private final Map<RefusalCode, Integer> refusals = new EnumMap<>(RefusalCode.class);
  private final RulesMet met = new RulesMet();
  private final Map<String, Integer> acceptedKinds = new TreeMap<>();
  private final Map<String, Integer> refusedKinds = new TreeMap<>();
  private final List<Object> events = new ArrayList<>();
  private int accepted;

  PlanSimulation(TermsBook book, long seed) {
    this(book, seed, NaiveLedger::new);
  }

  /// A simulation with another clerk.
  PlanSimulation(TermsBook book, long seed, Function<TermsBook, NaiveLedger> clerk) {
    this.book = book;
    this.seed = seed;
    this.clerk = clerk;
  }

  /// Puts so many commands to so many worlds as it takes.
  ///
  /// @throws AssertionError with the seed and the commands that matter, where ledger and clerk
  ///     differ
  void run(int total) {
    for (int world = 0; commands.size() < total; world++) {
      run(world, Math.min(COMMANDS_OF_A_WORLD, total - commands.size()));
    }
  }

  private static Terms listing(String edition) {
    return Candidate.of(edition).centres(NaiveWorld.LISTING, NaiveWorld.ITS_CENTRE).terms();
  }

  List<PlanCommand> commands() {
    return commands;
  }

  int accepted() {
    return accepted;
  }

  /// What happened to plans and devices.
  List<Object> events() {
    return events;
  }

  /// How many commands of each kind were accepted.
  Map<String, Integer> acceptedKinds() {
    return acceptedKinds;
  }

  /// How many commands of each kind were refused.
  Map<String, Integer> refusedKinds() {
    return refusedKinds;
  }

  Map<RefusalCode, Integer> refusals() {
    return refusals;
  }

  /// Every rule that a decision of the run met, or an answer given in advance.
  RulesMet met() {
    return met;
  }

  private void run(int number, int size) {
    var world = new SimulatedWorld(book, clerk.apply(book), met);
    var random = new RandomCommands(seed + number, world.clerk(), book);
    var story = new ArrayList<PlanCommand>();
    try {
      for (int i = 0; i < size; i++) {
        var command = random.next();
        story.add(command);
        var decision = world.put(command);
        if (decision instanceof Decision.Accepted(var _, var _, var _, var changes)) {
          events.addAll(changes.devices());
          events.addAll(changes.plan());
        }
        (decision.codes().isEmpty() ? acceptedKinds : refusedKinds)
            .merge(command.getClass().getSimpleName(), 1, Integer::sum);
        decision.codes().forEach(code -> refusals.merge(code, 1, Integer::sum));
        if (i % 4 == 3) {
          world.compareOffers(command.planId(), random.now());
        }
        if (i % 80 == 79) {
          world.compareThoroughly(random.now());
        }
      }
      // Whatever goes wrong in a world is of interest, an exception no less than a difference.
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(told(number, story, e), e);
    }
    commands.addAll(story);
    accepted += world.accepted();
  }

  private String told(int number, List<PlanCommand> story, Throwable failure) {
    var shortest = shortest(story);
    var text = new StringBuilder();
    text.append("seed %d, world %d: %s%n".formatted(seed, number, failure.getMessage()));
    text.append("repeat it with -Dsimulation.seed=%d%n".formatted(seed + number));
    failureOf(shortest).ifPresent(f -> text.append("these commands suffice for: " + f + "\n"));
    shortest.forEach(c -> text.append("  ").append(c).append('\n'));
    return text.toString();
  }

  /// Leaves out every command without which something still goes wrong.
  private List<PlanCommand> shortest(List<PlanCommand> story) {
    var shorter = new ArrayList<>(story);
    if (failureOf(shorter).isEmpty()) {
      return story;
    }
    for (int i = shorter.size() - 1; i >= 0; i--) {
      var without = new ArrayList<>(shorter);
      without.remove(i);
      if (failureOf(without).isPresent()) {
        shorter = without;
      }
    }
    return shorter;
  }

  private Optional<String> failureOf(List<PlanCommand> story) {
    var world = new SimulatedWorld(book, clerk.apply(book), met);
    try {
      for (var command : story) {
        if (world.canTake(command)) {
          world.put(command);
          world.compareOffers(command.planId(), command.at());
        }
      }
      // A story ends where something went wrong.
      if (!story.isEmpty()) {
        world.compareThoroughly(story.getLast().at());
      }
      return Optional.empty();
      // As above: any failure counts.
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
