package org.planledger.projections.processing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far a view has come: as far as the slowest of its segments. Of its own segments a process
/// knows that without asking; of those of other processes it reads what they have stored, which
/// is never ahead of the rows and may be some seconds behind them while nothing happens.
final class ProcessorPosition implements ViewPosition {

  private static final String TOKENS =
      "select segment, token, token_type from view_token where processor_name = ?";

  private final StreamingEventProcessor processor;
  private final JdbcClient jdbc;
  private final Serializer serializer;

  ProcessorPosition(StreamingEventProcessor processor, JdbcClient jdbc, Serializer serializer) {
    this.processor = processor;
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  @Override
  public long seen() {
    var here = processor.processingStatus();
    var positions = coversAll(here.values()) ? Map.<Integer, Long>of() : stored();
    var all = new HashMap<>(positions);
    here.forEach(
        (segment, status) -> all.merge(segment, status.getCurrentPosition().orElse(0), Math::max));
    return all.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /// A segment that was split n times holds one part in n of all streams.
  private static boolean coversAll(Collection<EventTrackerStatus> segments) {
    return segments.stream().mapToDouble(s -> 1.0 / (s.getSegment().getMask() + 1)).sum() >= 1.0;
  }

  private Map<Integer, Long> stored() {
    var positions = new HashMap<Integer, Long>();
    jdbc.sql(TOKENS)
        .param(processor.getName())
        .query(
            result -> {
              byte[] token = result.getBytes("token");
              String type = result.getString("token_type");
              positions.put(
                  result.getInt("segment"),
                  token == null || type == null ? 0L : position(token, type));
            });
    return positions;
  }

  private long position(byte[] token, String type) {
    TrackingToken read =
        serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
    return read.position().orElse(0);
  }
}
