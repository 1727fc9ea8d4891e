package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.DatabaseVendor;

/// The goals of sealing and verifying, as far as a run measured what they compare.
final class EvidenceGoals {

  private static final double LONGEST_BUNDLE_MILLIS = 50;

  private EvidenceGoals() {}

  static List<Goal> of(Options options, Results results) {
    List<Goal> goals = new ArrayList<>();
    for (var database : options.databases()) {
      compare(
          goals, results, Part.SEALING, database, SealingRaces.SEALED, SealingRaces.UNSEALED, 0.95);
      compare(
          goals, results, Part.VERIFYING, database, VerifyingRaces.LOG, VerifyingRaces.HASHED, 0.5);
      results.all().stream()
          .filter(m -> m.database() == database && m.contender().equals(VerifyingRaces.BUNDLE))
          .forEach(
              m ->
                  goals.add(
                      Goal.atMost(
                          "P9",
                          "%s: verifying the bundle of a plan of %d events, p99 in ms"
                              .formatted(Names.of(database), m.scale()),
                          LONGEST_BUNDLE_MILLIS,
                          m.p99Millis().orElseThrow())));
    }
    return goals;
  }

  private static void compare(
      List<Goal> goals,
      Results results,
      Part part,
      DatabaseVendor database,
      String ours,
      String theirs,
      double bound) {
    for (var each : results.all()) {
      if (each.part() == part && each.database() == database && each.contender().equals(ours)) {
        results
            .find(part, database, theirs, each.scale())
            .ifPresent(
                other ->
                    goals.add(
                        Goal.atLeast(
                            "P9",
                            "%s, %,d %s: %s to %s"
                                .formatted(
                                    Names.of(database),
                                    each.scale(),
                                    Names.scale(part),
                                    ours,
                                    theirs),
                            bound,
                            each.perSecond() / other.perSecond())));
      }
    }
  }
}
