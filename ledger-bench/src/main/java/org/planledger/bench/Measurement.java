package org.planledger.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.planledger.core.store.DatabaseVendor;

/// What one contender did in all rounds of one race.
///
/// @param clients how many sent at the same time
/// @param samples one for each round, in their order; the medians count
record Measurement(
    Part part, DatabaseVendor database, String contender, int clients, List<Sample> samples) {

  Measurement {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /// Commands, events or requests per second.
  double perSecond() {
    return median(Sample::perSecond);
  }

  double p50Millis() {
    return median(Sample::p50Millis);
  }

  double p99Millis() {
    return median(Sample::p99Millis);
  }

  /// Of an even number the lower of the two in the middle.
  private double median(ToDoubleFunction<Sample> figure) {
    return samples.stream().mapToDouble(figure).sorted().toArray()[(samples.size() - 1) / 2];
  }
}
