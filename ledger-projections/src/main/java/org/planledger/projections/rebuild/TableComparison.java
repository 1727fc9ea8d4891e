package org.planledger.projections.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.planledger.projections.fold.StoredTable;
import org.planledger.projections.rebuild.Difference.Kind;
import org.planledger.projections.sets.TableSet;

/// One table of a view in both its sets, read side by side in the order of the keys. Rows are
/// matched by their keys and not by their places, so it does not matter how a database sorts.
final class TableComparison {

  private static final int ROWS_AT_ONCE = 1000;

  /// So many rows that only one side has are told apart; then it is plain that much is wrong.
  private static final int UNMATCHED_AT_MOST = 100_000;

  private final String table;
  private final List<String> columns;
  private final int[] keys;
  private final String keyNames;
  private final Map<List<Object>, ViewRow> onlyLive = new LinkedHashMap<>();
  private final Map<List<Object>, ViewRow> onlyRebuilt = new LinkedHashMap<>();
  private long differences;
  private long firstOrdinal = Long.MAX_VALUE;
  private @Nullable Difference first;

  TableComparison(StoredTable table) {
    this.table = table.name();
    this.columns = table.columns();
    this.keys = table.keys().stream().mapToInt(columns::indexOf).toArray();
    this.keyNames = String.join(", ", table.keys());
  }

  /// What came of it.
  record Result(long differences, Optional<Difference> first) {}

  /// Compares all rows that a connection sees.
  ///
  /// @param read told how many more rows were read, of both sides together; it may throw to end
  Result run(Connection snapshot, TableSet live, LongConsumer read) throws SQLException {
    try (PreparedStatement liveRows = select(snapshot, live);
        PreparedStatement rebuiltRows = select(snapshot, live.other());
        ResultSet left = liveRows.executeQuery();
        ResultSet right = rebuiltRows.executeQuery()) {
      long ordinal = 0;
      boolean more = true;
      while (more && onlyLive.size() + onlyRebuilt.size() < UNMATCHED_AT_MOST) {
        List<ViewRow> leftRows = take(left, ordinal);
        List<ViewRow> rightRows = take(right, ordinal);
        leftRows.forEach(row -> match(row, onlyRebuilt, onlyLive, true));
        rightRows.forEach(row -> match(row, onlyLive, onlyRebuilt, false));
        ordinal += ROWS_AT_ONCE;
        read.accept(leftRows.size() + (long) rightRows.size());
        more = !leftRows.isEmpty() || !rightRows.isEmpty();
      }
    }
    onlyRebuilt.values().forEach(row -> note(oneSided(Kind.MISSING, row), row.ordinal()));
    onlyLive.values().forEach(row -> note(oneSided(Kind.SURPLUS, row), row.ordinal()));
    return new Result(differences, Optional.ofNullable(first));
  }

  private PreparedStatement select(Connection snapshot, TableSet set) throws SQLException {
    PreparedStatement select =
        snapshot.prepareStatement(
            "select %s from %s order by %s"
                .formatted(String.join(", ", columns), set.nameOf(table), keyNames));
    select.setFetchSize(ROWS_AT_ONCE);
    return select;
  }

  private List<ViewRow> take(ResultSet rows, long ordinal) throws SQLException {
    List<ViewRow> taken = new ArrayList<>(ROWS_AT_ONCE);
    while (taken.size() < ROWS_AT_ONCE && rows.next()) {
      List<@Nullable Object> values = new ArrayList<>(columns.size());
      for (int i = 1; i <= columns.size(); i++) {
        values.add(rows.getObject(i));
      }
      taken.add(new ViewRow(ordinal + taken.size(), values));
    }
    return taken;
  }

  private void match(
      ViewRow row,
      Map<List<Object>, ViewRow> waiting,
      Map<List<Object>, ViewRow> own,
      boolean isLive) {
    List<Object> key = row.key(keys);
    ViewRow other = waiting.remove(key);
    if (other == null) {
      own.put(key, row);
      return;
    }
    ViewRow live = isLive ? row : other;
    ViewRow rebuilt = isLive ? other : row;
    live.firstDifference(rebuilt, columns)
        .ifPresent(column -> note(value(live, rebuilt, column), live.ordinal()));
  }

  private void note(Difference difference, long ordinal) {
    differences++;
    if (ordinal < firstOrdinal) {
      firstOrdinal = ordinal;
      first = difference;
    }
  }

  private Difference value(ViewRow live, ViewRow rebuilt, int column) {
    return new Difference(
        Kind.VALUE,
        table,
        live.keyByName(columns, keys),
        Optional.of(columns.get(column)),
        live.text(column),
        rebuilt.text(column),
        rebuilt.position(columns));
  }

  private Difference oneSided(Kind kind, ViewRow row) {
    return new Difference(
        kind,
        table,
        row.keyByName(columns, keys),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        row.position(columns));
  }
}
