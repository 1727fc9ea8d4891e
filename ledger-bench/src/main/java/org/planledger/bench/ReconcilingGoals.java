package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.DatabaseVendor;

/// The goals of a month of finance, as far as a run measured what they compare.
final class ReconcilingGoals {

  private static final double HALF = 0.5;

  /// A run reads, matches, explains and stores what the parser only reads.
  private static final double MULTIPLE_ON_SERVER = 15;

  /// The embedded database does its own part of that on the same processors.
  private static final double MULTIPLE_EMBEDDED = 30;

  private static final double AS_QUICK = 1.5;

  /// What is said again is there twice.
  private static final double TWICE_THE_LINES = 2;

  private static final double HEAP_MIB = 1_024;

  private ReconcilingGoals() {}

  static List<Goal> of(Options options, Results results) {
    List<Goal> goals = new ArrayList<>();
    int fees = Math.toIntExact(options.events());
    for (var database : options.databases()) {
      var read = seconds(results, database, fees, ReconcilingRaces.READ);
      if (read > 0) {
        var first = seconds(results, database, fees, ReconcilingRaces.FIRST);
        goals.add(
            Goal.atLeast(
                "P10",
                label(database, fees) + "files imported to read and parsed only",
                HALF,
                read / seconds(results, database, fees, ReconcilingRaces.IMPORTED)));
        goals.add(
            Goal.atMost(
                "P10",
                label(database, fees) + "a run takes so many times what reading and parsing take",
                multiple(database),
                first / read));
        goals.add(
            Goal.atMost(
                "P10",
                label(database, fees) + "a run of the month after to one of the first month",
                AS_QUICK,
                seconds(results, database, fees, ReconcilingRaces.SECOND) / first));
        goals.add(
            Goal.atMost(
                "P10",
                label(database, fees) + "a run of files that say a month again to one of the first",
                TWICE_THE_LINES,
                seconds(results, database, fees, ReconcilingRaces.AGAIN) / first));
        goals.add(
            Goal.atMost(
                "P10",
                label(database, fees) + "MiB of heap that were left after a collection",
                HEAP_MIB,
                results
                    .find(Part.RECONCILING, database, ReconcilingRaces.HEAP, fees)
                    .orElseThrow()
                    .perSecond()));
      }
    }
    return goals;
  }

  private static double multiple(DatabaseVendor database) {
    return switch (database) {
      case POSTGRESQL -> MULTIPLE_ON_SERVER;
      case H2 -> MULTIPLE_EMBEDDED;
    };
  }

  private static String label(DatabaseVendor database, int fees) {
    return "%s, %,d fees: ".formatted(Names.of(database), fees);
  }

  /// For all lines at the median pace; 0 if it was not measured.
  private static double seconds(
      Results results, DatabaseVendor database, int fees, String contender) {
    return results
        .find(Part.RECONCILING, database, contender, fees)
        .map(found -> found.samples().getFirst().count() / found.perSecond())
        .orElse(0.0);
  }
}
