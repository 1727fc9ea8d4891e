package org.planledger.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets a tree grow by leaves, and keeps the tiles that change by it until they are stored. Used by
/// one thread at a time.
public final class TileGrowth implements TileSource {

  /// The right edge of a level: the tile that is being filled.
  private static final class Edge {
    private long number;
    private int width;
    private byte[] hashes;

    Edge(long number, int width, byte[] hashes) {
      this.number = number;
      this.width = width;
      this.hashes = hashes;
    }
  }

  private final TileSource stored;
  private final List<Edge> edges = new ArrayList<>();
  private final Map<TileId, byte[]> changed = new LinkedHashMap<>();
  private long size;

  /// @param stored the tiles as they are
  /// @param size how many leaves they hold
  public TileGrowth(TileSource stored, long size) {
    this.stored = stored;
    this.size = size;
  }

  /// Adds a leaf at the end.
  ///
  /// @throws DamagedEvidenceException if the tile it belongs into is missing
  public void append(Hash leaf) {
    append(0, leaf);
    size++;
  }

  private void append(int level, Hash hash) {
    Edge edge = edge(level);
    hash.copyTo(edge.hashes, edge.width);
    edge.width++;
    if (edge.width == TileId.WIDTH) {
      changed.put(new TileId(level, edge.number), edge.hashes);
      append(level + 1, LogTree.complete(edge.hashes, 0, TileId.WIDTH));
      edge.number++;
      edge.width = 0;
      edge.hashes = new byte[TileId.BYTES];
    }
  }

  /// A level's edge is read when it is first needed, which is before the size moves on.
  private Edge edge(int level) {
    while (edges.size() <= level) {
      edges.add(open(edges.size()));
    }
    return edges.get(level);
  }

  private Edge open(int level) {
    long hashes = size >> (TileId.HEIGHT * level);
    TileId id = new TileId(level, hashes / TileId.WIDTH);
    int width = (int) (hashes % TileId.WIDTH);
    byte[] tile = width == 0 ? new byte[0] : stored.tile(id);
    if (tile.length < width * Hash.BYTES) {
      throw new DamagedEvidenceException(
          "Tile " + id.number() + " of level " + level + " is missing, or too short");
    }
    return new Edge(
        id.number(), width, Arrays.copyOf(Arrays.copyOf(tile, width * Hash.BYTES), TileId.BYTES));
  }

  /// How many leaves there are now.
  public long size() {
    return size;
  }

  /// The root of the tree as it is now.
  public Hash root() {
    return new LogTree(this, size).root(size);
  }

  /// What has to be stored: every tile that is new, or wider than it was.
  public Map<TileId, byte[]> changed() {
    Map<TileId, byte[]> all = new LinkedHashMap<>(changed);
    for (int level = 0; level < edges.size(); level++) {
      Edge edge = edges.get(level);
      if (edge.width > 0) {
        all.put(
            new TileId(level, edge.number), Arrays.copyOf(edge.hashes, edge.width * Hash.BYTES));
      }
    }
    return all;
  }

  /// The tiles that have become full, which are not kept any longer: from now on they are asked for
  /// where the others are stored.
  public Map<TileId, byte[]> takeFull() {
    Map<TileId, byte[]> full = new LinkedHashMap<>(changed);
    changed.clear();
    return full;
  }

  @Override
  public byte[] tile(TileId id) {
    if (id.level() < edges.size() && edges.get(id.level()).number == id.number()) {
      Edge edge = edges.get(id.level());
      return Arrays.copyOf(edge.hashes, edge.width * Hash.BYTES);
    }
    byte[] full = changed.get(id);
    return full == null ? stored.tile(id) : full;
  }
}
