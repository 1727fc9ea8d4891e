package org.planledger.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Reads stored events as they lie in the database. Each method is one statement on a connection
/// of its own, so it sees what is committed when it runs.
public final class LedgerEvents {

  private static final String COLUMNS =
      "position, ledger_time, stream_type, stream_id, sequence, event_id, type, revision,"
          + " recorded_at, payload, metadata, leaf_hash, stream_hash";

  private final DataSource dataSource;

  public LedgerEvents(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /// The position of the last event; 0 while there is none.
  public long head() {
    return new Query(dataSource, "select position from ledger_head")
        .first(row -> row.getLong(1))
        .orElseThrow(() -> new LedgerStoreException("The ledger's head row is missing"));
  }

  /// The events after a position, oldest first: `limit` of them, or fewer at the head.
  ///
  /// @throws MissingPositionException if one of them is not there
  public List<EventRow> after(long position, int limit) {
    long last = Math.min(position + limit, head());
    return last <= position ? List.of() : between(new PositionSpan(position + 1, last));
  }

  /// The events of a span that lies wholly below the head, oldest first. A page that comes out
  /// short is a hole, not an end.
  ///
  /// @throws MissingPositionException if one of them is not there
  public List<EventRow> between(PositionSpan span) {
    List<EventRow> page =
        events("where position between ? and ? order by position", span.first(), span.last());
    requireWhole(span, page, EventRow::position);
    return page;
  }

  private static <R> void requireWhole(
      PositionSpan span, List<R> page, ToLongFunction<R> position) {
    long expected = span.first();
    for (R event : page) {
      if (position.applyAsLong(event) != expected) {
        throw new MissingPositionException(expected);
      }
      expected++;
    }
    if (expected <= span.last()) {
      throw new MissingPositionException(expected);
    }
  }

  /// What is hashed of the events of a span that lies wholly below the head, oldest first.
  ///
  /// @throws MissingPositionException if one of them is not there
  public List<EventHashes> hashes(PositionSpan span) {
    List<EventHashes> page =
        new Query(
                dataSource,
                "select position, stream_id, sequence, leaf_hash, stream_hash from ledger_event"
                    + " where position between ? and ? order by position",
                span.first(),
                span.last())
            .list(
                row ->
                    new EventHashes(
                        row.getLong("position"),
                        row.getString("stream_id"),
                        row.getLong("sequence"),
                        Query.bytes(row, "leaf_hash"),
                        Query.bytes(row, "stream_hash")));
    requireWhole(span, page, EventHashes::position);
    return page;
  }

  /// The event at a position.
  public Optional<EventRow> at(long position) {
    return events("where position = ?", position).stream().findFirst();
  }

  /// A whole stream in order; empty if there is none by that id.
  public List<EventRow> stream(String streamId) {
    return events("where stream_id = ? order by sequence", streamId);
  }

  /// A stream up to and including a sequence.
  public List<EventRow> streamUpToSequence(String streamId, long sequence) {
    return events("where stream_id = ? and sequence <= ? order by sequence", streamId, sequence);
  }

  /// A stream as the ledger had it at a position.
  public List<EventRow> streamUpToPosition(String streamId, long position) {
    return events("where stream_id = ? and position <= ? order by sequence", streamId, position);
  }

  /// The position of a stream's last event.
  public Optional<Long> lastPosition(String streamId) {
    return new Query(
            dataSource,
            "select position from ledger_event where stream_id = ? order by sequence desc limit 1",
            streamId)
        .first(row -> row.getLong(1));
  }

  /// The sequence of a stream's last event.
  Optional<Long> lastSequence(String streamId) {
    return new Query(
            dataSource,
            "select sequence from ledger_event where stream_id = ? order by sequence desc limit 1",
            streamId)
        .first(row -> row.getLong(1));
  }

  /// How far the ledger went at an instant: the largest position such that neither its event nor
  /// any before it was recorded later; 0 if there is none.
  ///
  /// Times of recording are taken before commands queue for the commit, so neighbours may stand
  /// in the other order by time than by position. Going by the running maximum of the times
  /// ([EventRow#ledgerTime]) makes the answer a prefix of the ledger, lets it grow with the
  /// instant only, and keeps it the same however often it is asked once the instant is past. The
  /// price: an event that was overtaken counts from the time of the event that overtook it.
  public long positionAsOf(Instant instant) {
    long reached = 0;
    long head = head();
    while (reached < head) {
      long middle = reached + (head - reached + 1) / 2;
      if (ledgerTime(middle).isAfter(instant)) {
        head = middle - 1;
      } else {
        reached = middle;
      }
    }
    return reached;
  }

  private Instant ledgerTime(long position) {
    return new Query(
            dataSource, "select ledger_time from ledger_event where position = ?", position)
        .first(row -> Query.instant(row, "ledger_time"))
        .orElseThrow(() -> new MissingPositionException(position));
  }

  private List<EventRow> events(String condition, @Nullable Object... parameters) {
    return new Query(
            dataSource, "select " + COLUMNS + " from ledger_event " + condition, parameters)
        .list(LedgerEvents::event);
  }

  private static EventRow event(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    try {
      return event(position, row);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRowException("ledger_event", position, e);
    }
  }

  private static EventRow event(long position, ResultSet row) throws SQLException {
    return new EventRow(
        position,
        Query.instant(row, "ledger_time"),
        StreamType.valueOf(row.getString("stream_type")),
        row.getString("stream_id"),
        row.getLong("sequence"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("revision"),
        Query.instant(row, "recorded_at"),
        Query.bytes(row, "payload"),
        Query.bytes(row, "metadata"),
        Query.bytes(row, "leaf_hash"),
        Query.bytes(row, "stream_hash"));
  }
}
