package org.planledger.bench;

import java.util.Optional;

/// What one race gave.
///
/// @param count how many commands, events or requests were done
/// @param seconds from the start of the first to the end of the last
/// @param latency how long each took, where each was waited for
record Sample(long count, double seconds, Optional<Percentiles> latency) {

  /// Within which time how many were answered.
  ///
  /// @param p50Millis half of them
  /// @param p99Millis all but a hundredth
  record Percentiles(double p50Millis, double p99Millis) {}

  static Sample of(Latencies latencies, double seconds) {
    return new Sample(
        latencies.size(),
        seconds,
        Optional.of(
            new Percentiles(latencies.percentileMillis(0.5), latencies.percentileMillis(0.99))));
  }

  /// Of work that is done as a whole.
  static Sample of(long count, double seconds) {
    return new Sample(count, seconds, Optional.empty());
  }

  double perSecond() {
    return count / seconds;
  }
}
