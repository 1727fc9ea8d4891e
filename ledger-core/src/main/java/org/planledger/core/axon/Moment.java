package org.planledger.core.axon;

import java.time.Instant;

/// A point in the recorded past of the ledger.
public sealed interface Moment {

  /// When the event of this sequence was the last of its stream.
  record AtSequence(long sequence) implements Moment {}

  /// When the event at this position was the last of the whole ledger.
  record AsOfPosition(long position) implements Moment {}

  /// What had been recorded by this instant, it included.
  record AsOf(Instant instant) implements Moment {}

  static Moment atSequence(long sequence) {
    return new AtSequence(sequence);
  }

  static Moment asOfPosition(long position) {
    return new AsOfPosition(position);
  }

  static Moment asOf(Instant instant) {
    return new AsOf(instant);
  }
}
