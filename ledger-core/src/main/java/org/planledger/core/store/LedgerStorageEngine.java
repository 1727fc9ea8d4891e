package org.planledger.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// Axon's way to the events: it reads them from the database, and where Axon would write, it only
/// stages them in the current [Unit].
///
/// Axon writes while a unit of work prepares its commit, when later handlers may still veto. So
/// the events are serialised and hashed there, on the caller's thread, and stored by the append.
public final class LedgerStorageEngine extends JdbcEventStorageEngine {

  private static final int BATCH_EVENTS = 100;
  private static final String UNIQUE_VIOLATION = "23505";

  private final LedgerEvents events;
  private final StreamHashes streamHashes;

  LedgerStorageEngine(
      DataSource dataSource,
      LedgerEvents events,
      StreamHashes streamHashes,
      Serializer serializer,
      EventUpcaster upcasters) {
    super(engine(dataSource, serializer, upcasters));
    this.events = events;
    this.streamHashes = streamHashes;
  }

  private static Builder engine(
      DataSource dataSource, Serializer serializer, EventUpcaster upcasters) {
    Builder builder = builder();
    builder
        .schema(AxonSchemas.events())
        .connectionProvider(dataSource::getConnection)
        // Each read commits by itself: a command holds no connection while it is handled.
        .transactionManager(NoTransactionManager.INSTANCE)
        // Positions have no gaps to look beyond.
        .extendedGapCheckEnabled(false)
        .persistenceExceptionResolver(new SQLStateResolver(UNIQUE_VIOLATION))
        .eventSerializer(serializer)
        .snapshotSerializer(serializer)
        .upcasterChain(upcasters)
        .batchSize(BATCH_EVENTS)
        // A batch that is not full is the last: saves one empty query per stream.
        .finalAggregateBatchPredicate(batch -> batch.size() < BATCH_EVENTS);
    return builder;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
    if (!messages.isEmpty()) {
      Unit unit = Unit.current();
      messages.forEach(message -> unit.stage(staged(message, unit, serializer)));
    }
  }

  private StagedEvent staged(EventMessage<?> message, Unit unit, Serializer serializer) {
    if (!(message instanceof DomainEventMessage<?> event)) {
      throw new IllegalArgumentException(
          "Only events of a plan's or a device's stream are stored, and "
              + message.getPayloadType().getName()
              + " belongs to none");
    }
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    Bytes payloadBytes = Bytes.of(payload.getData());
    Bytes metadataBytes = metadata(event, serializer);
    String type = payload.getType().getName();
    String revision = revision(payload);
    // Both databases keep microseconds, and the hash covers what is kept.
    Instant recordedAt = event.getTimestamp().truncatedTo(ChronoUnit.MICROS);
    String streamId = event.getAggregateIdentifier();
    Bytes leaf =
        RecordHash.leaf(
            streamId,
            event.getSequenceNumber(),
            type,
            revision,
            event.getIdentifier(),
            recordedAt,
            payloadBytes,
            metadataBytes);
    return new StagedEvent(
        streamType(event),
        streamId,
        event.getSequenceNumber(),
        event.getIdentifier(),
        type,
        revision,
        recordedAt,
        payloadBytes,
        metadataBytes,
        leaf,
        RecordHash.link(previousStreamHash(event, unit), leaf));
  }

  private Bytes previousStreamHash(DomainEventMessage<?> event, Unit unit) {
    StagedEvent last = unit.lastOf(event.getAggregateIdentifier());
    if (last == null) {
      return streamHashes.before(event.getAggregateIdentifier(), event.getSequenceNumber());
    }
    if (last.sequence() + 1 != event.getSequenceNumber()) {
      throw new IllegalArgumentException(
          "Event "
              + event.getSequenceNumber()
              + " of stream "
              + last.streamId()
              + " cannot follow event "
              + last.sequence());
    }
    return last.streamHash();
  }

  private static StreamType streamType(DomainEventMessage<?> event) {
    return Arrays.stream(StreamType.values())
        .filter(type -> type.name().equals(event.getType()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "An aggregate's type is one of "
                        + Arrays.toString(StreamType.values())
                        + ", and not "
                        + event.getType()));
  }

  private static String revision(SerializedObject<byte[]> payload) {
    String revision = payload.getType().getRevision();
    if (revision == null) {
      throw new IllegalArgumentException(
          "Every stored event has a revision, and the serializer gives none for "
              + payload.getType().getName());
    }
    return revision;
  }

  /// Other types than text would not come back as they went in.
  private static Bytes metadata(DomainEventMessage<?> event, Serializer serializer) {
    for (Map.Entry<String, ?> entry : event.getMetaData().entrySet()) {
      if (!(entry.getValue() instanceof String)) {
        throw new IllegalArgumentException(
            "Metadata is text only, and that of " + entry.getKey() + " is not");
      }
    }
    return Bytes.of(event.serializeMetaData(serializer, byte[].class).getData());
  }

  /// Part of the ledger as Axon's views read it.
  ///
  /// @param messages the events after upcasting, which may be more or fewer than were stored
  /// @param last the token of the last stored event read; null if there was none
  /// @param newer the event behind it, where only a newer version of the program can read it
  record Page(
      List<TrackedEventMessage<?>> messages,
      @Nullable TrackingToken last,
      @Nullable NewerRecordException newer) {}

  /// The events after a token, a batch at most, up to the first that is not known here.
  ///
  /// @throws MissingPositionException if a stored event is not there
  Page page(@Nullable TrackingToken after) {
    List<? extends TrackedEventData<?>> stored = fetchTrackedEvents(after, batchSize());
    long expected = position(after) + 1;
    for (TrackedEventData<?> event : stored) {
      if (position(event.trackingToken()) != expected) {
        throw new MissingPositionException(expected);
      }
      expected++;
    }
    List<? extends TrackedEventData<?>> known = stored.stream().takeWhile(this::isKnown).toList();
    List<TrackedEventMessage<?>> messages =
        EventUtils.upcastAndDeserializeTrackedEvents(
                known.stream(), getEventSerializer(), upcasterChain)
            .toList();
    return new Page(
        messages,
        known.isEmpty() ? null : known.getLast().trackingToken(),
        known.size() == stored.size() ? null : newer(position(after) + known.size() + 1));
  }

  private boolean isKnown(EventData<?> event) {
    return !UnknownSerializedType.class.equals(
        getEventSerializer().classForType(event.getPayload().getType()));
  }

  private NewerRecordException newer(long position) {
    return NewerRecordException.event(
        events.between(new PositionSpan(position, position)).getFirst());
  }

  /// The events of one stream.
  ///
  /// @throws NewerRecordException where one comes that only a newer version of the program can read
  @Override
  protected Stream<? extends DomainEventData<?>> readEventData(
      String identifier, long firstSequenceNumber) {
    return super.readEventData(identifier, firstSequenceNumber).map(this::known);
  }

  private <E extends DomainEventData<?>> E known(E event) {
    if (!isKnown(event)) {
      SerializedType type = event.getPayload().getType();
      throw NewerRecordException.event(
          event.getAggregateIdentifier(),
          event.getSequenceNumber(),
          type.getName(),
          String.valueOf(type.getRevision()));
    }
    return event;
  }

  /// The position a token stands at; 0 for the start of the ledger.
  ///
  /// @throws IllegalArgumentException for a token that is not of this store
  static long position(@Nullable TrackingToken token) {
    return switch (token) {
      case null -> 0;
      case GapAwareTrackingToken gapAware -> Math.max(0, gapAware.getIndex());
      default ->
          throw new IllegalArgumentException(
              "A token of the ledger is a position, and not a " + token.getClass().getName());
    };
  }

  /// Times of recording may stand in another order than positions, so the token follows the
  /// ledger's own reading of an instant, [LedgerEvents#positionAsOf].
  @Override
  public TrackingToken createTokenAt(Instant instant) {
    return GapAwareTrackingToken.newInstance(
        events.positionAsOf(instant.minus(1, ChronoUnit.MICROS)), List.of());
  }

  /// Streams are short and kept in a cache: there are no snapshots, and none is looked for.
  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return Optional.empty();
  }

  /// @throws UnsupportedOperationException always
  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    throw new UnsupportedOperationException("The ledger keeps events and no snapshots");
  }

  @Override
  protected Object readTimeStamp(ResultSet resultSet, String columnName) throws SQLException {
    return Query.instant(resultSet, columnName);
  }
}
