package org.planledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.planledger.core.store.DatabaseVendor;

/// What is measured, and for how long.
///
/// @param parts what is measured, in this order
/// @param databases on what
/// @param contestants who is measured where commands are
/// @param clients how many send commands at the same time, one race for each number
/// @param rounds how often every race is run; the median counts
/// @param rehearsal how long every contender runs once, so that its code is compiled
/// @param warmUp how long a contender runs before it is measured
/// @param measured how long it is measured
/// @param plans how many plans, or streams, the clients share out among them
/// @param events from how many events a view is rebuilt, how many the verifier checks, and how many
///     fees a month has that is matched
/// @param connections how many connections to the database a contender may hold
/// @param json where the figures are written
/// @param docs the document whose generated section is replaced
record Options(
    List<Part> parts,
    List<DatabaseVendor> databases,
    List<Contestant> contestants,
    List<Integer> clients,
    int rounds,
    Duration rehearsal,
    Duration warmUp,
    Duration measured,
    int plans,
    long events,
    int connections,
    Path json,
    Optional<Path> docs) {

  /// How to ask for what, for whoever asked for something else.
  static final String USAGE =
      """
      Options, each with its default:
        --quick               one round of short races, about two minutes: figures are rough
        --parts LIST          commands,rebuild,http,sealing,verifying,import,settlement-matching,
                              reconciling
        --databases LIST      postgresql,h2
        --contenders LIST     raw,raw_shared,stock,stock_cached,ledger; for commands
        --clients LIST        1,32,128
        --rounds N            3; the median counts
        --rehearsal SECONDS   20
        --warm-up SECONDS     3
        --seconds SECONDS     5
        --plans N             4000
        --events N            200000; the goals are stated for 1000000
        --connections N       32
        --json FILE           target/bench/benchmark.json
        --write-docs FILE     none; the document whose generated section is replaced
      """;

  Options {
    parts = List.copyOf(parts);
    databases = List.copyOf(databases);
    contestants = List.copyOf(contestants);
    clients = List.copyOf(clients);
    require(!parts.isEmpty(), "--parts: nothing to measure");
    require(!databases.isEmpty(), "--databases: nothing to measure on");
    require(!contestants.isEmpty(), "--contenders: nobody to measure");
    require(!clients.isEmpty(), "--clients: nobody to send commands");
    require(rounds >= 1, "--rounds: at least 1");
    require(measured.isPositive(), "--seconds: more than 0");
    require(!rehearsal.isNegative(), "--rehearsal: 0 or more");
    require(!warmUp.isNegative(), "--warm-up: 0 or more");
    require(events >= 1_000, "--events: at least 1000");
    require(connections >= 1, "--connections: at least 1");
    for (int each : clients) {
      require(each >= 1 && each <= plans, "--clients: from 1 to the number of plans");
    }
  }

  /// Reads what was typed.
  ///
  /// @throws IllegalArgumentException with a sentence for whoever typed it
  static Options parse(List<String> arguments) {
    return OptionsReader.read(arguments);
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
