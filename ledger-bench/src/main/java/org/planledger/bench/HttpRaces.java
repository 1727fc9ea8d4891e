package org.planledger.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.planledger.core.store.DatabaseVendor;

/// Measures requests: the ledger's server and a trivial one in turn, and again in every round,
/// each time a new process on a new database.
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

  void run(DatabaseVendor database, Results results) throws InterruptedException {
    samples.clear();
    for (int round = 1; round <= options.rounds(); round++) {
      trivial(database, round);
      ledger(database, round);
    }
    samples.forEach(
        (contender, all) ->
            results.add(
                new Measurement(Part.HTTP, database, contender, CONNECTIONS, all)));
  }

  private void trivial(DatabaseVendor vendor, int round) throws InterruptedException {
    try (var database = HttpDatabase.fresh(vendor)) {
      var contender = new TrivialOverHttp(database);
      try (contender) {
        keep(vendor, round, INSERT, commands(contender));
        keep(vendor, round, ECHO, reads(contender::echo));
      }
      contender.verify();
    }
  }

  private void ledger(DatabaseVendor vendor, int round) throws InterruptedException {
    try (var database = HttpDatabase.fresh(vendor)) {
      var contender = new LedgerOverHttp(database, options.plans());
      try (contender) {
        keep(vendor, round, COMMANDS, commands(contender));
        keep(vendor, round, READS, reads(contender::reader));
      }
      contender.verify();
    }
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
    return Race.run(clients, options.measured());
  }

  private Sample reads(IntFunction<Client> client) throws InterruptedException {
    var clients = IntStream.range(0, CONNECTIONS).mapToObj(client).toList();
    if (options.warmUp().isPositive()) {
      Race.run(clients, options.warmUp());
    }
    return Race.run(clients, options.measured());
  }

  private long commands(double perSecond) {
    return (long) (perSecond * RESERVE * options.measured().toMillis() / 1_000) + 1_000;
  }

  private void keep(DatabaseVendor database, int round, String contender, Sample sample) {
    samples.computeIfAbsent(contender, _ -> new ArrayList<>()).add(sample);
    progress.raced(Part.HTTP, database, contender, CONNECTIONS, round, sample);
  }
}
