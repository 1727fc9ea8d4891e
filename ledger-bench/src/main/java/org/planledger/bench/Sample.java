package org.planledger.bench;

/// What one race gave.
///
/// @param count how many commands, events or requests were done
/// @param seconds from the start of the first to the end of the last
/// @param p50Millis the time within which half of them were answered
/// @param p99Millis the time within which all but a hundredth were answered
record Sample(long count, double seconds, double p50Millis, double p99Millis) {

  static Sample of(Latencies latencies, double seconds) {
    return new Sample(
        latencies.size(),
        seconds,
        latencies.percentileMillis(0.5),
        latencies.percentileMillis(0.99));
  }

  double perSecond() {
    return count / seconds;
  }
}
