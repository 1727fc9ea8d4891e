package org.planledger.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.planledger.core.store.DatabaseVendor;

/// What one contender did in all rounds of one race.
///
/// @param scale how many clients, plans or connections there were, as the part has it
/// @param samples one for each round, in their order; the medians count
record Measurement(
    Part part, DatabaseVendor database, String contender, int scale, List<Sample> samples) {

  Measurement {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /// Commands, events or requests per second.
  double perSecond() {
    return median(samples.stream().mapToDouble(Sample::perSecond)).orElseThrow();
  }

  OptionalDouble p50Millis() {
    return median(
        samples.stream()
            .flatMap(sample -> sample.latency().stream())
            .mapToDouble(Sample.Percentiles::p50Millis));
  }

  OptionalDouble p99Millis() {
    return median(
        samples.stream()
            .flatMap(sample -> sample.latency().stream())
            .mapToDouble(Sample.Percentiles::p99Millis));
  }

  /// Of an even number the lower of the two in the middle.
  private static OptionalDouble median(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[(sorted.length - 1) / 2]);
  }
}
