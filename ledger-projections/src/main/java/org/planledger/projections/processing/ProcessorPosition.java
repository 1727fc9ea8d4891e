package org.planledger.projections.processing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.planledger.projections.page.ViewPosition;

/// How far a view has come: as far as the slowest of its segments. Of its own segments a process
/// knows that without asking; of those of other processes it reads what they have stored, which
/// is never ahead of the rows and may be some seconds behind them while nothing happens.
final class ProcessorPosition implements ViewPosition {

  private final StreamingEventProcessor processor;
  private final StoredPositions stored;

  ProcessorPosition(StreamingEventProcessor processor, StoredPositions stored) {
    this.processor = processor;
    this.stored = stored;
  }

  @Override
  public long seen() {
    var here = processor.processingStatus();
    var positions =
        coversAll(here.values()) ? Map.<Integer, Long>of() : stored.of(processor.getName());
    var all = new HashMap<>(positions);
    here.forEach(
        (segment, status) -> all.merge(segment, status.getCurrentPosition().orElse(0), Math::max));
    return all.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /// A segment that was split n times holds one part in n of all streams.
  private static boolean coversAll(Collection<EventTrackerStatus> segments) {
    return segments.stream().mapToDouble(s -> 1.0 / (s.getSegment().getMask() + 1)).sum() >= 1.0;
  }
}
