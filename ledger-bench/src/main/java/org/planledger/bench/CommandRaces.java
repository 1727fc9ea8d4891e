package org.planledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;

/// Measures commands: every contender in turn, and again in every round, each time on a new
/// database, so that no one inherits the size or the dirt of another's.
final class CommandRaces {

  /// A contender may become this much faster than in its trial before it runs out of plans.
  private static final double RESERVE = 4;

  private static final double FIRST_GUESS_PER_SECOND = 3_000;
  private static final Duration LONGEST_TRIAL = Duration.ofSeconds(1);

  private final Options options;
  private final Progress progress;

  CommandRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  void run(DatabaseVendor database, Results results) throws InterruptedException {
    rehearse(database);
    for (int clients : options.clients()) {
      Map<Contestant, List<Sample>> samples = new EnumMap<>(Contestant.class);
      for (int round = 1; round <= options.rounds(); round++) {
        for (var contestant : options.contestants()) {
          var sample = race(database, contestant, clients);
          samples.computeIfAbsent(contestant, _ -> new ArrayList<>()).add(sample);
          progress.raced(Part.COMMANDS, database, contestant.label(), clients, round, sample);
        }
      }
      samples.forEach(
          (contestant, all) ->
              results.add(
                  new Measurement(Part.COMMANDS, database, contestant.label(), clients, all)));
    }
  }

  /// Lets everybody run once without being measured. Until the virtual machine has compiled what a
  /// contender does, the compiler takes up to a quarter of two processors, whoever has his turn.
  private void rehearse(DatabaseVendor database) throws InterruptedException {
    if (options.rehearsal().isPositive()) {
      int crowd = Collections.max(options.clients());
      for (var contestant : options.contestants()) {
        race(database, contestant::open, crowd, options.rehearsal(), options.measured());
        progress.rehearsed(database, contestant.label());
      }
    }
  }

  private Sample race(DatabaseVendor vendor, Contestant contestant, int clientCount)
      throws InterruptedException {
    return race(vendor, contestant::open, clientCount, options.warmUp(), options.measured());
  }

  /// How a contender is opened.
  interface Opening<C extends Contender> {
    C on(LedgerDatabase database, int connections, int plans);
  }

  /// Lets a contender run on a new database, and looks at what it has stored.
  Sample race(
      DatabaseVendor vendor,
      Opening<?> opening,
      int clientCount,
      Duration warmUp,
      Duration measured)
      throws InterruptedException {
    try (var database = LedgerDatabase.fresh(vendor)) {
      int connections = Math.min(clientCount, options.connections());
      Contender contender = opening.on(database, connections, options.plans());
      Sample sample;
      try (contender) {
        sample = race(database, contender, clientCount, warmUp, measured);
      }
      contender.verify();
      return sample;
    }
  }

  private static Sample race(
      LedgerDatabase database,
      Contender contender,
      int clientCount,
      Duration warmUp,
      Duration measured)
      throws InterruptedException {
    var trial = shorter(warmUp, LONGEST_TRIAL);
    contender.prepare(commands(FIRST_GUESS_PER_SECOND, trial));
    var clients =
        IntStream.range(0, clientCount).mapToObj(i -> contender.client(i, clientCount)).toList();
    double perSecond = FIRST_GUESS_PER_SECOND;
    if (trial.isPositive()) {
      perSecond = Race.run(clients, trial).perSecond();
    }
    // Whatever else is done between warm-up and measurement would undo part of the warm-up.
    contender.prepare(commands(perSecond, warmUp.plus(measured)));
    Quiet.down(database);
    if (warmUp.isPositive()) {
      Race.run(clients, warmUp);
    }
    return Race.run(clients, measured);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static long commands(double perSecond, Duration length) {
    return (long) (perSecond * RESERVE * length.toMillis() / 1_000) + 1_000;
  }
}
