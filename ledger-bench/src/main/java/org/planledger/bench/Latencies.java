package org.planledger.bench;

import java.util.Arrays;

/// How long each of many commands took. Every single one is kept, so percentiles are exact.
final class Latencies {

  private long[] nanos = new long[1_024];
  private int size;

  void add(long elapsedNanos) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = elapsedNanos;
  }

  void addAll(Latencies others) {
    for (int i = 0; i < others.size; i++) {
      add(others.nanos[i]);
    }
  }

  int size() {
    return size;
  }

  /// The time within which this part of the commands was answered, in milliseconds.
  ///
  /// @param part above 0, at most 1
  double percentileMillis(double part) {
    if (size == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(part * size);
    return sorted[Math.clamp(rank - 1L, 0, size - 1)] / 1e6;
  }
}
