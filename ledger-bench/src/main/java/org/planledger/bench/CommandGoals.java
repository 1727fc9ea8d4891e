package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.core.store.DatabaseVendor;

/// The goals of the commands, as far as a run measured what they compare.
final class CommandGoals {

  private static final int ALONE = 1;
  private static final int MANY = 32;
  private static final int CROWD = 128;

  private final Results results;
  private final List<Goal> goals = new ArrayList<>();

  private CommandGoals(Results results) {
    this.results = results;
  }

  static List<Goal> of(Results results) {
    var all = new CommandGoals(results);
    all.onPostgres();
    all.onH2();
    return all.goals;
  }

  private void onPostgres() {
    var database = DatabaseVendor.POSTGRESQL;
    rate("P1", database, MANY, Contestant.STOCK, 5);
    rate("P1", database, MANY, Contestant.STOCK_CACHED, 3);
    rate("P1", database, MANY, Contestant.RAW, 1.5);
    latency("P1", database, MANY, Contestant.RAW, 1);
    rate("P1", database, ALONE, Contestant.STOCK_CACHED, 1);
    var many = find(database, Contestant.LEDGER, MANY);
    find(database, Contestant.LEDGER, CROWD)
        .filter(_ -> many.isPresent())
        .ifPresent(
            crowd ->
                goals.add(
                    Goal.atLeast(
                        "P1",
                        "PostgreSQL: commands/s with 128 clients to those with 32",
                        1,
                        crowd.perSecond() / many.orElseThrow().perSecond())));
  }

  private void onH2() {
    rate("P2", DatabaseVendor.H2, MANY, Contestant.STOCK, 8);
    rate("P2", DatabaseVendor.H2, MANY, Contestant.RAW, 5);
    rate("P2", DatabaseVendor.H2, MANY, Contestant.RAW_SHARED, 0.5);
  }

  private void rate(
      String id, DatabaseVendor database, int clients, Contestant other, double bound) {
    var ours = find(database, Contestant.LEDGER, clients);
    var theirs = find(database, other, clients);
    if (ours.isPresent() && theirs.isPresent()) {
      goals.add(
          Goal.atLeast(
              id,
              "%s, %d clients: commands/s to %s"
                  .formatted(Names.of(database), clients, other.label()),
              bound,
              ours.get().perSecond() / theirs.get().perSecond()));
    }
  }

  private void latency(
      String id, DatabaseVendor database, int clients, Contestant other, double bound) {
    var ours = find(database, Contestant.LEDGER, clients);
    var theirs = find(database, other, clients);
    if (ours.isPresent() && theirs.isPresent()) {
      goals.add(
          Goal.atMost(
              id,
              "%s, %d clients: p99 of the latency to that of %s"
                  .formatted(Names.of(database), clients, other.label()),
              bound,
              ours.get().p99Millis().orElseThrow() / theirs.get().p99Millis().orElseThrow()));
    }
  }

  private Optional<Measurement> find(DatabaseVendor database, Contestant contestant, int clients) {
    return results.find(Part.COMMANDS, database, contestant.label(), clients);
  }
}
