package org.planledger.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.planledger.core.store.DatabaseVendor;

/// Measures requests: the ledger's server and a trivial one in turn, and again in every round.
final class HttpRaces {

  static final int CONNECTIONS = 32;

  /// The floor of commands.
  static final String INSERT = "trivial: insert and commit";

  /// The floor of reads.
  static final String ECHO = "trivial: JSON echo";

  static final String COMMANDS = "Plan Ledger: command";
  static final String READS = "Plan Ledger: reading a plan";

  /// A server may become this much faster after its warm-up before it runs out of plans.
  private static final double RESERVE = 2.5;

  private static final double FIRST_GUESS_PER_SECOND = 3_000;

  private final Options options;
  private final Progress progress;
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  HttpRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// Which figure of ours a figure is held against.
  static String ours(String contender) {
    return contender.equals(ECHO) || contender.equals(READS) ? READS : COMMANDS;
  }

  /// Both servers run all the time, each with a database of its own; the one whose turn it is not
  /// has nothing to do.
  void run(DatabaseVendor vendor, Results results) throws InterruptedException {
    samples.clear();
    try (var floor = HttpDatabase.fresh(vendor);
        var database = HttpDatabase.fresh(vendor)) {
      var trivial = new TrivialOverHttp(floor);
      try (trivial) {
        var ledger = new LedgerOverHttp(database, options.plans());
        try (ledger) {
          for (int round = 1; round <= options.rounds(); round++) {
            keep(vendor, round, INSERT, commands(trivial));
            keep(vendor, round, ECHO, reads(trivial, trivial::echo));
            keep(vendor, round, COMMANDS, commands(ledger));
            keep(vendor, round, READS, reads(ledger, ledger::reader));
          }
        }
        ledger.verify();
      }
      trivial.verify();
    }
    samples.forEach(
        (contender, all) ->
            results.add(new Measurement(Part.HTTP, vendor, contender, CONNECTIONS, all)));
  }

  /// Makes ready what commands use up, before the warm-up and again after it.
  private Sample commands(HttpContender contender) throws InterruptedException {
    contender.prepare(commands(FIRST_GUESS_PER_SECOND));
    var clients =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(number -> contender.client(number, CONNECTIONS))
            .toList();
    double perSecond =
        options.warmUp().isPositive()
            ? Race.run(clients, options.warmUp()).perSecond()
            : FIRST_GUESS_PER_SECOND;
    contender.prepare(commands(perSecond));
    return measured(contender, clients);
  }

  private Sample reads(HttpContender contender, IntFunction<Client> client)
      throws InterruptedException {
    var clients = IntStream.range(0, CONNECTIONS).mapToObj(client).toList();
    if (options.warmUp().isPositive()) {
      Race.run(clients, options.warmUp());
    }
    return measured(contender, clients);
  }

  /// Afterwards the line is dead until the contender's next turn, before the server gives it up.
  private Sample measured(HttpContender contender, List<Client> clients)
      throws InterruptedException {
    contender.hangUp();
    var sample = Race.run(clients, options.measured());
    contender.hangUp();
    return sample;
  }

  private long commands(double perSecond) {
    return (long) (perSecond * RESERVE * options.measured().toMillis() / 1_000) + 1_000;
  }

  private void keep(DatabaseVendor database, int round, String contender, Sample sample) {
    samples.computeIfAbsent(contender, _ -> new ArrayList<>()).add(sample);
    progress.raced(Part.HTTP, database, contender, CONNECTIONS, round, sample);
  }
}
