package org.planledger.core.store.sealing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planledger.core.evidence.TileId;
import org.planledger.core.evidence.TileSource;
import org.planledger.core.store.LedgerStoreException;

/// The tiles of one log.
final class StoredTiles implements TileSource {

  private final Work work;
  private final LogName log;

  StoredTiles(Work work, LogName log) {
    this.work = work;
    this.log = log;
  }

  @Override
  public byte[] tile(TileId id) {
    try {
      return work.first(
              "select hashes from log_tile where log = ? and level = ? and number = ?",
              row -> row.getBytes(1),
              log.name(),
              id.level(),
              id.number())
          .orElseGet(() -> new byte[0]);
    } catch (SQLException e) {
      throw new LedgerStoreException("The log could not be read: " + e.getMessage(), e);
    }
  }

  /// Stores tiles that are new or wider than before.
  void store(Map<TileId, byte[]> tiles) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    tiles.forEach(
        (id, hashes) -> rows.add(new Object[] {hashes, log.name(), id.level(), id.number()}));
    Rows.put(
        work,
        "update log_tile set hashes = ? where log = ? and level = ? and number = ?",
        "insert into log_tile (hashes, log, level, number) values (?, ?, ?, ?)",
        rows);
  }
}
