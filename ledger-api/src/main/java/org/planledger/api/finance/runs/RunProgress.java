package org.planledger.api.finance.runs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How far a run is. The thread that makes it tells; others look.
final class RunProgress {

  /// What it does now.
  enum Phase {
    READING_LINES,
    READING_FEES,
    MATCHING,
    WRITING
  }

  /// How far it is in what it does now.
  ///
  /// @param total of how many; none if nobody can say
  record Step(Phase phase, long done, OptionalLong total, Instant since) {}

  private record Begun(Phase phase, LongSupplier done, OptionalLong total, Instant since) {}

  private final InstantSource clock;
  private volatile Begun now;

  RunProgress(InstantSource clock) {
    this.clock = clock;
    this.now = new Begun(Phase.READING_LINES, () -> 0, OptionalLong.empty(), clock.instant());
  }

  /// Begins with something else.
  ///
  /// @param done how much of it is done, whenever it is asked
  void begin(Phase phase, OptionalLong total, LongSupplier done) {
    now = new Begun(phase, done, total, clock.instant());
  }

  /// Begins with something else, which is counted here.
  AtomicLong count(Phase phase, OptionalLong total) {
    var count = new AtomicLong();
    begin(phase, total, count::get);
    return count;
  }

  Step step() {
    var begun = now;
    return new Step(begun.phase(), begun.done().getAsLong(), begun.total(), begun.since());
  }
}
