package org.planledger.projections.processing;

import java.time.Duration;

/// How the views follow the ledger.
///
/// @param segments into how many parts the streams are divided for each view; fixed by the first
///     start of the view
/// @param batchEvents how many events are folded before the rows are stored, at most
/// @param workerThreads how many threads fold events, for all views together; each holds one
///     connection while it does
/// @param claimTimeout after which a silent process loses its segments to another
public record ProcessingSettings(
    int segments, int batchEvents, int workerThreads, Duration claimTimeout) {

  public ProcessingSettings {
    if (segments < 1 || batchEvents < 1 || workerThreads < 1) {
      throw new IllegalArgumentException("views need a segment, a batch and a thread at least");
    }
    if (!claimTimeout.isPositive()) {
      throw new IllegalArgumentException("a claim on a segment lasts some time");
    }
  }

  /// What serves a process with a few processors well.
  public static ProcessingSettings defaults() {
    return new ProcessingSettings(4, 250, 4, Duration.ofSeconds(10));
  }
}
