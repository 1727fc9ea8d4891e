package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import org.planledger.bench.ImportRaces.SettlementSample;

/// The goal of the import, as far as a run measured what it compares: storing may cost as much
/// again as reading.
final class ImportGoals {

  private static final double HALF = 0.5;

  private ImportGoals() {}

  static List<Goal> of(Options options, Results results) {
    List<Goal> goals = new ArrayList<>();
    int lines = Math.toIntExact(options.events());
    for (var database : options.databases()) {
      for (var sample : SettlementSample.values()) {
        var ours =
            results.find(
                Part.IMPORT, database, ImportRaces.name(sample, ImportRaces.IMPORTED), lines);
        var floor =
            results.find(Part.IMPORT, database, ImportRaces.name(sample, ImportRaces.READ), lines);
        if (ours.isPresent() && floor.isPresent()) {
          goals.add(
              Goal.atLeast(
                  "P10",
                  "%s, %,d lines: %s imported to read and parsed"
                      .formatted(Names.of(database), lines, sample.label().replace(",", "")),
                  HALF,
                  ours.get().perSecond() / floor.get().perSecond()));
        }
      }
    }
    return goals;
  }
}
