package org.planledger.core.store;

/// Neighbouring positions, both ends included.
public record PositionSpan(long first, long last) {

  /// @throws IllegalArgumentException if the span is empty or starts below 1
  public PositionSpan {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("No positions lie between " + first + " and " + last);
    }
  }

  /// How many positions it spans.
  public long count() {
    return last - first + 1;
  }

  /// Whether the position lies in it.
  public boolean contains(long position) {
    return first <= position && position <= last;
  }
}
