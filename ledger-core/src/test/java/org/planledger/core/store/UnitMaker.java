package org.planledger.core.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.planledger.core.store.testing.LedgerDatabase;

/// Makes units by hand, for tests that want to say which of them meet in one batch.
public final class UnitMaker {

  private static final Instant RECORDED_AT = Instant.parse("2026-05-01T00:00:00Z");

  private final LedgerDatabase database;
  private final LedgerEvents events;

  public UnitMaker(LedgerDatabase database) {
    this.database = database;
    this.events = new LedgerEvents(database.unpooledApplication());
  }

  /// A writer on connections of its own.
  BatchWriter writer() throws SQLException {
    return switch (database.vendor()) {
      case H2 ->
          H2BatchWriter.on(
              database.unpooledApplication().getConnection(), new H2Checkpoint(database.owner()));
      case POSTGRESQL ->
          PostgresBatchWriter.on(
              database.unpooledApplication().getConnection(),
              Duration.ofSeconds(10),
              Duration.ofSeconds(15));
    };
  }

  /// A unit with one event of one stream, ready for a writer.
  Unit unit(StreamType type, String streamId, long sequence) {
    return ready(staged(new Unit(), type, streamId, sequence));
  }

  /// The unit with one event more.
  public Unit staged(Unit unit, StreamType type, String streamId, long sequence) {
    return staged(
        unit, type, streamId, sequence, IdentifierFactory.getInstance().generateIdentifier());
  }

  /// The unit with one event more, which has these metadata.
  public Unit stagedWith(Bytes metadata, Unit unit, StreamType type, String stream, long sequence) {
    return staged(
        unit,
        type,
        stream,
        sequence,
        IdentifierFactory.getInstance().generateIdentifier(),
        RECORDED_AT,
        metadata);
  }

  Unit staged(Unit unit, StreamType type, String streamId, long sequence, String eventId) {
    return staged(unit, type, streamId, sequence, eventId, RECORDED_AT);
  }

  Unit staged(
      Unit unit,
      StreamType type,
      String streamId,
      long sequence,
      String eventId,
      Instant recordedAt) {
    return staged(unit, type, streamId, sequence, eventId, recordedAt, Bytes.utf8("{}"));
  }

  private Unit staged(
      Unit unit,
      StreamType type,
      String streamId,
      long sequence,
      String eventId,
      Instant recordedAt,
      Bytes metadata) {
    Bytes payload = Bytes.utf8("payload " + sequence + " of " + streamId);
    Bytes leaf =
        RecordHash.leaf(streamId, sequence, "Noted", "1", eventId, recordedAt, payload, metadata);
    unit.stage(
        new StagedEvent(
            type,
            streamId,
            sequence,
            eventId,
            "Noted",
            "1",
            recordedAt,
            payload,
            metadata,
            leaf,
            RecordHash.link(previous(unit, streamId, sequence), leaf)));
    return unit;
  }

  private Bytes previous(Unit unit, String streamId, long sequence) {
    StagedEvent last = unit.lastOf(streamId);
    if (last != null) {
      return last.streamHash();
    }
    List<EventRow> stored = events.streamUpToSequence(streamId, sequence - 1);
    return stored.isEmpty() ? RecordHash.BEFORE_FIRST : stored.getLast().streamHash();
  }

  /// The unit as a writer takes it: in order, and closed.
  static Unit ready(Unit unit) {
    unit.handOver();
    return unit;
  }
}
