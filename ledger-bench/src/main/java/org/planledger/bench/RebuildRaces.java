package org.planledger.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;

/// Measures how fast a view is made anew: every contender in turn, and again in every round.
final class RebuildRaces {

  /// The floor.
  static final String RAW = "raw batched fold";

  /// The framework's way.
  static final String POOLED = "Axon pooled processor";

  /// Ours.
  static final String PAGES = Contestant.LEDGER.label();

  /// How many plans there are at most when there are few.
  static final int FEW_PLANS = 1_000;

  private static final String TABLE = "activity_1";
  private static final int EVENTS_PER_PLAN = 10;
  private static final int WARM_UP_PLANS = 500;
  private static final int SEGMENTS = 4;

  private final Options options;
  private final Progress progress;

  RebuildRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// How many plans there are when there are many.
  static int manyPlans(Options options) {
    return Math.toIntExact(options.events() / EVENTS_PER_PLAN);
  }

  void run(DatabaseVendor database, Results results) throws InterruptedException {
    progress.say(Names.of(database) + ": warming up");
    int many = manyPlans(options);
    race(database, Math.min(WARM_UP_PLANS, many), EVENTS_PER_PLAN, (_, _, _) -> {});
    race(database, many, EVENTS_PER_PLAN, results);
    if (many > FEW_PLANS) {
      race(database, FEW_PLANS, Math.toIntExact(options.events() / FEW_PLANS), results);
    }
  }

  private void race(DatabaseVendor vendor, int plans, int eventsPerPlan, Results results)
      throws InterruptedException {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    race(
        vendor,
        plans,
        eventsPerPlan,
        (round, contender, sample) -> {
          samples.computeIfAbsent(contender, _ -> new ArrayList<>()).add(sample);
          progress.raced(Part.REBUILD, vendor, contender, plans, round, sample);
        });
    samples.forEach(
        (contender, all) ->
            results.add(new Measurement(Part.REBUILD, vendor, contender, plans, all)));
  }

  /// Told what a contender did in a round.
  private interface Witness {
    void saw(int round, String contender, Sample sample);
  }

  private void race(DatabaseVendor vendor, int plans, int eventsPerPlan, Witness witness)
      throws InterruptedException {
    try (var database = LedgerDatabase.fresh(vendor);
        var pool = Pools.of(database.owner(), options.connections(), true)) {
      progress.say(
          "%s: writing %,d events of %,d plans"
              .formatted(Names.of(vendor), (long) plans * eventsPerPlan, plans));
      long last = WrittenHistory.write(database, plans, eventsPerPlan);
      WrittenHistory.copyToStock(database);
      ActivityView.createTable(database.owner(), TABLE);
      try (var pooled = new PooledRebuilder(database, TABLE, SEGMENTS, last);
          var pages = new PageRebuilder(database, pool, TABLE)) {
        Map<String, Rebuilder> rebuilders = new LinkedHashMap<>();
        rebuilders.put(RAW, new RawRebuilder(pool, TABLE));
        rebuilders.put(POOLED, pooled);
        rebuilders.put(PAGES, pages);
        Set<Long> outcomes = new HashSet<>();
        for (int round = 1; round <= options.rounds(); round++) {
          for (var each : rebuilders.entrySet()) {
            witness.saw(round, each.getKey(), race(database, each.getValue(), last, outcomes));
          }
        }
      }
    }
  }

  private static Sample race(
      LedgerDatabase database, Rebuilder rebuilder, long events, Set<Long> expected)
      throws InterruptedException {
    ActivityView.empty(database.owner(), TABLE);
    Quiet.down(database);
    long from = System.nanoTime();
    rebuilder.rebuild();
    double seconds = (System.nanoTime() - from) / 1e9;
    long moments = ActivityView.verify(database.owner(), TABLE);
    expected.add(moments);
    if (expected.size() > 1) {
      throw new LostCommandsException("the contenders have made different views: " + expected);
    }
    return Sample.of(events, seconds);
  }
}
