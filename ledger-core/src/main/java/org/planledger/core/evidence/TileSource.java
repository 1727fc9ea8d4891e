package org.planledger.core.evidence;

/// Where the tiles of one tree are kept.
@FunctionalInterface
public interface TileSource {

  /// The hashes of a tile, end to end; no bytes if there is no such tile. A tile may hold more
  /// hashes than a tree of some earlier size had: what comes later is not looked at.
  byte[] tile(TileId id);
}
