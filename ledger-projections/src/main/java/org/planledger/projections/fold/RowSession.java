package org.planledger.projections.fold;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.device.DeviceEvent;
import org.planledger.core.plan.PlanEvent;
import org.springframework.jdbc.core.JdbcOperations;

/// The rows of one view while events are folded into them. They are read when first asked for,
/// changed in memory, and stored by [#flush] in one batch for each table, in the transaction that
/// is then running. A session serves one thread.
///
/// An event takes effect whole or not at all: if its handler fails, no row has changed.
public final class RowSession {

  private final Projection projection;
  private final Map<Table<?, ?>, HeldRows<?, ?>> held = new LinkedHashMap<>();

  public RowSession(Projection projection, JdbcOperations jdbc) {
    this.projection = projection;
    projection.tables().forEach(table -> held.put(table, new HeldRows<>(table, jdbc)));
  }

  /// Tells where the events stand that are going to be handled, so that their rows can be read in
  /// one go.
  ///
  /// @param unwritten whether no row can exist yet for a stream that begins among these events,
  ///     as when a view is built anew: then such a stream costs no reading at all
  public void expect(Collection<EventPlace> places, boolean unwritten) {
    held.values().forEach(rows -> rows.expect(places, unwritten));
  }

  /// Folds one event into the rows.
  public void handle(RecordedEvent<?> recorded) {
    boolean done = false;
    try {
      switch (recorded.event()) {
        case PlanEvent event -> projection.on(event, recorded, new RowsInHand(recorded));
        case DeviceEvent event -> projection.on(event, recorded, new RowsInHand(recorded));
        default ->
            throw new IllegalArgumentException(
                "no view knows what a " + recorded.event().getClass().getName() + " is");
      }
      done = true;
    } finally {
      boolean keep = done;
      held.values().forEach(rows -> rows.settle(keep));
    }
  }

  /// Stores every row that has changed since the last flush.
  ///
  /// @throws StaleRowException if somebody else has changed one of them in the meantime
  public void flush() {
    held.values().forEach(HeldRows::flush);
  }

  /// How much is held in memory, and how much of it is still to be stored.
  public Load load() {
    return new Load(
        held.values().stream().mapToLong(HeldRows::size).sum(),
        held.values().stream().mapToLong(HeldRows::unstored).sum());
  }

  /// What a session holds.
  ///
  /// @param held all rows in memory, and the streams they belong to
  /// @param unstored those of them that a flush would store
  public record Load(long held, long unstored) {}

  /// Lets go of all rows. What has not been flushed is lost.
  public void forget() {
    held.values().forEach(HeldRows::forget);
  }

  /// Empties the tables of a view and their pasts, in the transaction that is running.
  public static void clear(Projection projection, JdbcOperations jdbc) {
    for (Table<?, ?> table : projection.tables()) {
      jdbc.update(table.deleteAllSql());
      if (table.past().isPresent()) {
        jdbc.update(table.deleteAllPastSql());
      }
    }
  }

  @SuppressWarnings("unchecked") // A table is only ever put with rows of its own types.
  private <K, R extends Row> HeldRows<K, R> rowsOf(Table<K, R> table) {
    var rows = held.get(table);
    if (rows == null) {
      throw new IllegalArgumentException(projection.name() + " has no table " + table.name());
    }
    return (HeldRows<K, R>) rows;
  }

  private final class RowsInHand implements Rows {

    private final RecordedEvent<?> recorded;

    private RowsInHand(RecordedEvent<?> recorded) {
      this.recorded = recorded;
    }

    @Override
    public <K, R extends Row> Optional<R> find(Table<K, R> table, K key) {
      return Optional.ofNullable(rowsOf(table).find(table.scope().of(recorded), key));
    }

    @Override
    public <K, R extends Row> Collection<R> all(Table<K, R> table) {
      return List.copyOf(rowsOf(table).all(table.scope().of(recorded)));
    }

    @Override
    public <K, R extends Row> void put(Table<K, R> table, R row) {
      if (row.position() != recorded.position()) {
        throw new IllegalArgumentException(
            "a row of %s is to stand at position %d, that of the event, and not at %d"
                .formatted(table, recorded.position(), row.position()));
      }
      table.check(row);
      if (!seenBy(table, table.keyOf(row))) {
        rowsOf(table).change(table.scope().of(recorded), row);
      }
    }

    @Override
    public <K, R extends Row> void change(Table<K, R> table, K key, UnaryOperator<R> change) {
      R row =
          find(table, key)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "%s at position %d changes a row of %s that no event has made"
                              .formatted(recorded.type(), recorded.position(), table)));
      if (!seenBy(table, key)) {
        put(table, change.apply(row));
      }
    }

    /// Whether the row was written by this event or a later one already, before it came into hand.
    private <K, R extends Row> boolean seenBy(Table<K, R> table, K key) {
      R before = rowsOf(table).before(table.scope().of(recorded), key);
      return before != null && before.position() >= recorded.position();
    }
  }
}
