package org.planledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;

/// Measures commands: every contender in turn, and again in every round, each time on a new
/// database, so that no one inherits the size or the dirt of another's.
final class CommandRaces {

  /// A contender may become this much faster after its warm-up before it runs out of plans.
  private static final double RESERVE = 2.5;

  private static final double FIRST_GUESS_PER_SECOND = 3_000;

  private final Options options;
  private final Progress progress;

  CommandRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  void run(DatabaseVendor database, Results results) throws InterruptedException {
    for (int clients : options.clients()) {
      Map<Contestant, List<Sample>> samples = new EnumMap<>(Contestant.class);
      for (int round = 1; round <= options.rounds(); round++) {
        for (var contestant : Contestant.values()) {
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

  private Sample race(DatabaseVendor vendor, Contestant contestant, int clientCount)
      throws InterruptedException {
    try (var database = LedgerDatabase.fresh(vendor)) {
      int connections = Math.min(clientCount, options.connections());
      Contender contender = contestant.open(database, connections, options.plans());
      Sample sample;
      try (contender) {
        sample = race(database, contender, clientCount);
      }
      contender.verify();
      return sample;
    }
  }

  private Sample race(LedgerDatabase database, Contender contender, int clientCount)
      throws InterruptedException {
    contender.prepare(commands(FIRST_GUESS_PER_SECOND, options.warmUp()));
    var clients =
        IntStream.range(0, clientCount).mapToObj(i -> contender.client(i, clientCount)).toList();
    double perSecond = FIRST_GUESS_PER_SECOND;
    if (options.warmUp().isPositive()) {
      perSecond = Race.run(clients, options.warmUp()).perSecond();
    }
    contender.prepare(commands(perSecond, options.measured()));
    Quiet.down(database);
    return Race.run(clients, options.measured());
  }

  private static long commands(double perSecond, Duration length) {
    return (long) (perSecond * RESERVE * length.toMillis() / 1_000) + 1_000;
  }
}
