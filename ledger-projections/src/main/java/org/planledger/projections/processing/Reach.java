package org.planledger.projections.processing;

import java.util.Map;
import org.axonframework.eventhandling.Segment;

/// Up to where each stream has been folded into a view. The segments of a view follow the ledger
/// apart, so at one moment one may be some events ahead of another; of each stream the rows are
/// those at the position of its segment.
public final class Reach {

  private final Map<Integer, Long> positions;
  private final Segment[] segments;

  /// @param positions by the number of the segment
  private Reach(Map<Integer, Long> positions) {
    this.positions = Map.copyOf(positions);
    this.segments =
        positions.isEmpty()
            ? new Segment[0]
            : Segment.computeSegments(
                positions.keySet().stream().mapToInt(Integer::intValue).toArray());
  }

  static Reach of(Map<Integer, Long> positions) {
    return new Reach(positions);
  }

  /// Nothing has been folded.
  public static Reach nothing() {
    return new Reach(Map.of());
  }

  /// The position up to which events of a stream have been folded.
  public long of(String streamId) {
    int hash = streamId.hashCode();
    for (Segment segment : segments) {
      if (segment.matches(hash)) {
        return positions.getOrDefault(segment.getSegmentId(), 0L);
      }
    }
    return 0;
  }

  /// The position up to which the events of all streams have been folded.
  public long lowest() {
    return positions.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /// The position after which no event has been folded.
  public long highest() {
    return positions.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /// The position after which the first event lies that this one covers and an earlier one does
  /// not; none lies after [#highest].
  public long newAfter(Reach earlier) {
    if (!positions.keySet().equals(earlier.positions.keySet())) {
      return earlier.lowest();
    }
    return positions.entrySet().stream()
        .filter(each -> each.getValue() > earlier.position(each.getKey()))
        .mapToLong(each -> earlier.position(each.getKey()))
        .min()
        .orElse(highest());
  }

  /// Whether it covers all that an earlier one covers.
  public boolean isAfter(Reach earlier) {
    return positions.keySet().equals(earlier.positions.keySet())
        ? positions.entrySet().stream()
            .allMatch(each -> each.getValue() >= earlier.position(each.getKey()))
        : lowest() >= earlier.lowest();
  }

  private long position(int segment) {
    return positions.getOrDefault(segment, 0L);
  }
}
