package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;

/// The goals of the rebuild, as far as a run measured what they compare.
final class RebuildGoals {

  private RebuildGoals() {}

  static List<Goal> of(Options options, Results results) {
    List<Goal> goals = new ArrayList<>();
    int many = RebuildRaces.manyPlans(options);
    int few = Math.min(RebuildRaces.FEW_PLANS, many);
    for (var database : options.databases()) {
      var ours = results.find(Part.REBUILD, database, RebuildRaces.PAGES, many);
      var pooled = results.find(Part.REBUILD, database, RebuildRaces.POOLED, many);
      if (ours.isPresent() && pooled.isPresent()) {
        goals.add(
            Goal.atLeast(
                "P5",
                "%s, %,d plans: events/s to %s"
                    .formatted(Names.of(database), many, RebuildRaces.POOLED),
                8,
                ours.get().perSecond() / pooled.get().perSecond()));
      }
      var oursOfFew = results.find(Part.REBUILD, database, RebuildRaces.PAGES, few);
      var raw = results.find(Part.REBUILD, database, RebuildRaces.RAW, few);
      if (oursOfFew.isPresent() && raw.isPresent()) {
        goals.add(
            Goal.atLeast(
                "P5",
                "%s, %,d plans: events/s to %s"
                    .formatted(Names.of(database), few, RebuildRaces.RAW),
                0.5,
                oursOfFew.get().perSecond() / raw.get().perSecond()));
      }
    }
    return goals;
  }
}
