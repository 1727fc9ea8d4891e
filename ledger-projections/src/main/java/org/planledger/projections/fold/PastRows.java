package org.planledger.projections.fold;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/// What is to be stored of the past of a table: its rows as each event left them, from the position
/// of that event until that of the next one that changed the row. Whatever the batches in which
/// events are folded, the past comes out the same.
final class PastRows<R extends Row> {

  /// Where a row ends that no event has changed yet.
  private static final long OPEN = Long.MAX_VALUE;

  /// A row as it was, or is.
  private record Version<R>(R row, long until) {}

  /// A stored row that is not current any more.
  ///
  /// @param next what it was changed to
  private record Closed<R>(long from, R next) {}

  private final Table<?, R> table;
  private final List<Version<R>> versions = new ArrayList<>();
  private final List<Closed<R>> closed = new ArrayList<>();

  PastRows(Table<?, R> table) {
    this.table = table;
  }

  /// Takes in one row.
  ///
  /// @param stored the position at which the database has it; null if it is new
  /// @param been what it has been since then, in order
  void add(@Nullable Long stored, List<R> been) {
    if (stored != null && !been.isEmpty()) {
      closed.add(new Closed<>(stored, been.getFirst()));
    }
    for (int i = 0; i < been.size(); i++) {
      long until = i + 1 < been.size() ? been.get(i + 1).position() : OPEN;
      versions.add(new Version<>(been.get(i), until));
    }
  }

  /// @throws StaleRowException if what is to be closed is not there
  void store(JdbcOperations jdbc) {
    if (!closed.isEmpty()) {
      StaleRowException.unlessEachOne(
          table.name(),
          jdbc.batchUpdate(
              table.closePastSql(),
              closed,
              HeldRows.BATCH_ROWS,
              (update, row) -> table.bindClosePast(update, row.next(), row.from())));
    }
    if (!versions.isEmpty()) {
      jdbc.batchUpdate(
          table.insertPastSql(),
          versions,
          HeldRows.BATCH_ROWS,
          (insert, version) -> table.bindInsertPast(insert, version.row(), version.until()));
    }
  }
}
