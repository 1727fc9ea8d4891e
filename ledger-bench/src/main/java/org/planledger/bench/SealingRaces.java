package org.planledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.testing.LedgerDatabase;

/// Measures what the sealer costs those who send commands: the ledger without one and with one, in
/// turn, long enough for the sealer to work and to rest.
final class SealingRaces {

  static final String UNSEALED = "Plan Ledger, unsealed";
  static final String SEALED = "Plan Ledger, sealed";

  /// How many clients send commands.
  static final int CLIENTS = 32;

  private static final int LONGER = 6;

  private final Options options;
  private final Progress progress;
  private final CommandRaces races;

  SealingRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.races = new CommandRaces(options, progress);
  }

  /// Whoever goes first in one round goes second in the next: a machine that becomes slower, or
  /// code that becomes faster, is nobody's merit.
  void run(DatabaseVendor database, Results results) throws InterruptedException {
    try (var folder = new ThrownAway("ledger-bench-sealing")) {
      run(database, new Watched(folder.path()), results);
    }
  }

  private void run(DatabaseVendor database, Watched sealed, Results results)
      throws InterruptedException {
    CommandRaces.Opening<?> unsealed = LedgerContender::new;
    if (options.rehearsal().isPositive()) {
      races.race(database, sealed, clients(), options.rehearsal(), options.measured());
      progress.rehearsed(database, SEALED);
    }
    List<Sample> without = new ArrayList<>();
    List<Sample> with = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      if (round % 2 == 1) {
        without.add(race(database, UNSEALED, unsealed, round));
        with.add(race(database, SEALED, sealed, round));
      } else {
        with.add(race(database, SEALED, sealed, round));
        without.add(race(database, UNSEALED, unsealed, round));
      }
      sealed.tell(progress);
    }
    results.add(new Measurement(Part.SEALING, database, UNSEALED, clients(), without));
    results.add(new Measurement(Part.SEALING, database, SEALED, clients(), with));
  }

  private int clients() {
    return Math.min(CLIENTS, options.plans());
  }

  private Sample race(
      DatabaseVendor database, String name, CommandRaces.Opening<?> opening, int round)
      throws InterruptedException {
    Duration measured = options.measured().multipliedBy(LONGER);
    var sample = races.race(database, opening, clients(), options.warmUp(), measured);
    progress.raced(Part.SEALING, database, name, clients(), round, sample);
    return sample;
  }

  /// Remembers the contender it has opened last, to tell how far its sealer came.
  private static final class Watched implements CommandRaces.Opening<SealedContender> {

    private final Path folder;
    private final List<SealedContender> opened = new ArrayList<>();

    Watched(Path folder) {
      this.folder = folder;
    }

    @Override
    public SealedContender on(LedgerDatabase database, int connections, int plans) {
      // Every race begins its checkpoints with the first.
      var checkpoints = folder.resolve("race-" + opened.size());
      var contender = new SealedContender(database, connections, plans, checkpoints);
      opened.add(contender);
      return contender;
    }

    void tell(Progress progress) {
      var last = opened.getLast();
      progress.say(
          "  %,d of %,d commands were sealed when the last was answered"
              .formatted(last.sealed(), last.acknowledged().commands()));
    }
  }
}
