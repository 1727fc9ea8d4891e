package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.DatabaseVendor;

/// The goals of commands and reads over HTTP, as far as a run measured what they compare.
final class HttpGoals {

  private HttpGoals() {}

  static List<Goal> of(Options options, Results results) {
    List<Goal> goals = new ArrayList<>();
    for (var database : options.databases()) {
      // Commands are held against the floor on the database of production only: the embedded one
      // forces its file for every single insert, which is no floor for shared commits.
      if (database == DatabaseVendor.POSTGRESQL) {
        compare(goals, results, "P3", database, HttpRaces.COMMANDS, HttpRaces.INSERT, 1);
      }
      compare(goals, results, "P4", database, HttpRaces.READS, HttpRaces.ECHO, 0.5);
    }
    return goals;
  }

  private static void compare(
      List<Goal> goals,
      Results results,
      String id,
      DatabaseVendor database,
      String contender,
      String floor,
      double bound) {
    var ours = results.find(Part.HTTP, database, contender, HttpRaces.CONNECTIONS);
    var theirs = results.find(Part.HTTP, database, floor, HttpRaces.CONNECTIONS);
    if (ours.isPresent() && theirs.isPresent()) {
      goals.add(
          Goal.atLeast(
              id,
              "%s, %d connections: %s to %s"
                  .formatted(Names.of(database), HttpRaces.CONNECTIONS, contender, floor),
              bound,
              ours.get().perSecond() / theirs.get().perSecond()));
    }
  }
}
