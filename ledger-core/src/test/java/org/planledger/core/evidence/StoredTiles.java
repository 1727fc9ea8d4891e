package org.planledger.core.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tiles in memory.
final class StoredTiles implements TileSource {

  final Map<TileId, byte[]> tiles = new HashMap<>();
  int reads;

  @Override
  public byte[] tile(TileId id) {
    reads++;
    return tiles.getOrDefault(id, new byte[0]);
  }

  /// Lets a tree that has so many leaves grow.
  Hash grow(long size, List<Hash> leaves) {
    TileGrowth growth = new TileGrowth(this, size);
    leaves.forEach(growth::append);
    Hash root = growth.root();
    tiles.putAll(growth.changed());
    return root;
  }
}
