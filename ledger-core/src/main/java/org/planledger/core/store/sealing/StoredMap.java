package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planledger.core.evidence.MapGrowth;
import org.planledger.core.evidence.MapSource;
import org.planledger.core.store.LedgerStoreException;

/// The map of streams.
final class StoredMap implements MapSource {

  /// How many buckets are read by one statement.
  private static final int AT_ONCE = 128;

  private static final String BUCKETS =
      "select number, entries from log_map_bucket where number in (?"
          + ", ?".repeat(AT_ONCE - 1)
          + ")";

  private final Work work;
  private final Map<Integer, byte[]> buckets = new HashMap<>();

  StoredMap(Work work) {
    this.work = work;
  }

  /// Reads buckets that will be asked for, a good many at a time.
  void prepare(Collection<Integer> numbers) throws SQLException {
    List<Integer> wanted = List.copyOf(numbers);
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      Object[] some = new Object[AT_ONCE];
      for (int i = 0; i < AT_ONCE; i++) {
        some[i] = wanted.get(Math.min(from + i, wanted.size() - 1));
        buckets.putIfAbsent((Integer) some[i], new byte[0]);
      }
      work.list(BUCKETS, row -> buckets.put(row.getInt(1), row.getBytes(2)), some);
    }
  }

  @Override
  public byte[] bucket(int number) {
    byte[] prepared = buckets.get(number);
    return prepared == null
        ? read("select entries from log_map_bucket where number = ?", number)
        : prepared;
  }

  @Override
  public byte[] layer(int layer, int number) {
    return read("select hashes from log_map_tile where layer = ? and number = ?", layer, number);
  }

  private byte[] read(String sql, Object... parameters) {
    try {
      return work.first(sql, row -> row.getBytes(1), parameters).orElseGet(() -> new byte[0]);
    } catch (SQLException e) {
      throw new LedgerStoreException("The map could not be read: " + e.getMessage(), e);
    }
  }

  /// The stored form of all buckets from a number to another that are not empty.
  static Map<Integer, byte[]> buckets(Work work, int from, int to) throws SQLException {
    Map<Integer, byte[]> found = new HashMap<>();
    work.list(
        "select number, entries from log_map_bucket where number between ? and ?",
        row -> found.put(row.getInt(1), row.getBytes(2)),
        from,
        to);
    return found;
  }

  /// Stores what has changed.
  void store(MapGrowth growth) throws SQLException {
    List<Object[]> changed = new ArrayList<>();
    growth.buckets().forEach((number, entries) -> changed.add(new Object[] {entries, number}));
    Rows.put(
        work,
        "update log_map_bucket set entries = ? where number = ?",
        "insert into log_map_bucket (entries, number) values (?, ?)",
        changed);
    List<Object[]> tiles = new ArrayList<>();
    growth
        .layers()
        .forEach(
            (layer, some) ->
                some.forEach((number, hashes) -> tiles.add(new Object[] {hashes, layer, number})));
    Rows.put(
        work,
        "update log_map_tile set hashes = ? where layer = ? and number = ?",
        "insert into log_map_tile (hashes, layer, number) values (?, ?, ?)",
        tiles);
  }
}
