package org.planledger.projections.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/// The rows of one table that a session holds, stream by stream. A stream is read whole or not at
/// all, together with the other streams that are known to come.
final class HeldRows<K, R extends Row> {

  /// How many statements travel to the database together.
  static final int BATCH_ROWS = 1000;

  private final Table<K, R> table;
  private final JdbcOperations jdbc;
  private final Map<Object, Map<K, Held<R>>> streams = new HashMap<>();
  private final Set<Object> expected = new LinkedHashSet<>();
  private final Set<Held<R>> unstored = new LinkedHashSet<>();

  /// What the event in hand has changed so far.
  private final Map<K, R> pending = new LinkedHashMap<>();

  private @Nullable Object pendingStream;
  private long size;

  /// A row with what the database is known to have of it.
  private static final class Held<R extends Row> {
    private R row;
    private @Nullable Long positionStored;

    /// What it has been since it was last stored, if its table keeps that.
    private final List<R> been = new ArrayList<>();

    private Held(R row) {
      this.row = row;
    }
  }

  HeldRows(Table<K, R> table, JdbcOperations jdbc) {
    this.table = table;
    this.jdbc = jdbc;
  }

  void expect(Collection<EventPlace> places, boolean unwritten) {
    for (EventPlace place : places) {
      boolean first = table.scope() == Scope.EVENT || place.sequence() == 0;
      table.scope().of(place).ifPresent(stream -> expect(stream, unwritten && first));
    }
  }

  private void expect(Object stream, boolean unwritten) {
    if (unwritten) {
      streams.putIfAbsent(stream, new HashMap<>());
    } else if (!streams.containsKey(stream)) {
      expected.add(stream);
    }
  }

  /// The row as the event in hand sees it, its own changes included.
  @Nullable R find(Object stream, K key) {
    R changed = stream.equals(pendingStream) ? pending.get(key) : null;
    return changed == null ? before(stream, key) : changed;
  }

  /// The row as it was before the event in hand.
  @Nullable R before(Object stream, K key) {
    Held<R> held = ofStream(stream).get(key);
    return held == null ? null : held.row;
  }

  Collection<R> all(Object stream) {
    Map<K, R> rows = new LinkedHashMap<>();
    ofStream(stream).forEach((key, held) -> rows.put(key, held.row));
    if (stream.equals(pendingStream)) {
      rows.putAll(pending);
    }
    return rows.values();
  }

  void change(Object stream, R row) {
    pendingStream = stream;
    pending.put(table.keyOf(row), row);
  }

  /// Ends the event in hand: its changes take effect, or never were.
  void settle(boolean keep) {
    Object stream = pendingStream;
    if (keep && stream != null) {
      Map<K, Held<R>> rows = ofStream(stream);
      pending.forEach((key, row) -> keep(rows, key, row));
    }
    pending.clear();
    pendingStream = null;
  }

  void flush() {
    List<Held<R>> inserts = new ArrayList<>();
    List<Held<R>> updates = new ArrayList<>();
    for (Held<R> held : unstored) {
      (held.positionStored == null ? inserts : updates).add(held);
    }
    if (!inserts.isEmpty()) {
      jdbc.batchUpdate(
          table.insertSql(),
          inserts,
          BATCH_ROWS,
          (insert, held) -> table.bindInsert(insert, held.row));
    }
    if (!updates.isEmpty()) {
      update(updates);
    }
    storePast();
    unstored.forEach(held -> held.positionStored = held.row.position());
    unstored.clear();
    if (table.scope() == Scope.EVENT) {
      // No later event writes them.
      forget();
    }
  }

  /// How much is held: rows, and streams that are known to have none.
  long size() {
    return size + streams.size();
  }

  long unstored() {
    return unstored.size();
  }

  void forget() {
    streams.clear();
    expected.clear();
    unstored.clear();
    size = 0;
  }

  private void update(List<Held<R>> updates) {
    StaleRowException.unlessEachOne(
        table.name(),
        jdbc.batchUpdate(
            table.updateSql(),
            updates,
            BATCH_ROWS,
            (update, held) -> table.bindUpdate(update, held.row, positionStored(held))));
  }

  private void storePast() {
    PastRows<R> past = new PastRows<>(table);
    for (Held<R> held : unstored) {
      past.add(held.positionStored, held.been);
      held.been.clear();
    }
    past.store(jdbc);
  }

  private static long positionStored(Held<?> held) {
    Long position = held.positionStored;
    if (position == null) {
      throw new IllegalStateException("a row that was never stored cannot be updated");
    }
    return position;
  }

  private void keep(Map<K, Held<R>> rows, K key, R row) {
    Held<R> held = rows.get(key);
    if (held == null) {
      held = new Held<>(row);
      rows.put(key, held);
      size++;
    } else {
      held.row = row;
    }
    if (table.past().isPresent()) {
      held.been.add(row);
    }
    unstored.add(held);
  }

  private Map<K, Held<R>> ofStream(Object stream) {
    Map<K, Held<R>> rows = streams.get(stream);
    if (rows == null) {
      expected.add(stream);
      readExpected();
      rows = streams.computeIfAbsent(stream, _ -> new HashMap<>());
    }
    return rows;
  }

  private void readExpected() {
    Object[] wanted = expected.toArray();
    expected.forEach(stream -> streams.computeIfAbsent(stream, _ -> new HashMap<>()));
    expected.clear();
    jdbc.query(
        table.selectSql(),
        select ->
            select.setArray(
                1, select.getConnection().createArrayOf(table.scope().arrayType(), wanted)),
        result -> {
          R row = table.read(new Cells(result));
          Held<R> held = new Held<>(row);
          held.positionStored = row.position();
          ofStream(result.getObject(table.scope().column())).put(table.keyOf(row), held);
          size++;
        });
  }
}
