package org.planledger.core.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The Merkle tree over a log as RFC 9162, section 2.1, defines it (the same tree as RFC 6962's),
/// computed from stored tiles. A tree of an earlier size is a part of every later one, so one
/// instance answers for all sizes up to its own. A proof reads a number of tiles that grows with
/// the logarithm of the size. Used by one thread at a time.
public final class LogTree {

  static final Hash EMPTY = Hash.of(Sha256.digest().digest());

  private final TileSource tiles;
  private final long size;
  private final Map<TileId, byte[]> read = new HashMap<>();

  /// @param tiles that hold at least `size` leaves
  public LogTree(TileSource tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /// The root of the tree of a size: MTH of section 2.1.1.
  ///
  /// @throws DamagedEvidenceException if a tile is missing
  public Hash root(long ofSize) {
    requireWithin(0, ofSize, size);
    return ofSize == 0 ? EMPTY : range(0, ofSize);
  }

  /// The proof that a leaf is part of the tree of a size: PATH of section 2.1.3.1, from the leaf
  /// upwards.
  ///
  /// @param index of the leaf, from 0
  /// @throws DamagedEvidenceException if a tile is missing
  public List<Hash> inclusion(long index, long ofSize) {
    requireWithin(1, ofSize, size);
    requireWithin(0, index, ofSize - 1);
    List<Hash> proof = new ArrayList<>();
    path(index, 0, ofSize, proof);
    return proof;
  }

  private void path(long index, long from, long to, List<Hash> proof) {
    if (to - from > 1) {
      long split = from + split(to - from);
      if (index < split) {
        path(index, from, split, proof);
        proof.add(range(split, to));
      } else {
        path(index, split, to, proof);
        proof.add(range(from, split));
      }
    }
  }

  /// The proof that the tree of a size is the beginning of the tree of another: PROOF of section
  /// 2.1.4.1. Empty if the sizes are equal, or the first is 0, which begins every tree.
  ///
  /// @throws DamagedEvidenceException if a tile is missing
  public List<Hash> consistency(long from, long to) {
    requireWithin(0, to, size);
    requireWithin(0, from, to);
    List<Hash> proof = new ArrayList<>();
    if (from > 0 && from < to) {
      subproof(from, 0, to, true, proof);
    }
    return proof;
  }

  private void subproof(long size, long from, long to, boolean whole, List<Hash> proof) {
    if (size == to) {
      if (!whole) {
        proof.add(range(from, to));
      }
      return;
    }
    long split = from + split(to - from);
    if (size <= split) {
      subproof(size, from, split, whole, proof);
      proof.add(range(split, to));
    } else {
      subproof(size, split, to, false, proof);
      proof.add(range(from, split));
    }
  }

  /// The largest power of two below a number.
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }

  /// MTH of the leaves from one (inclusive) to another (exclusive), as the recursion cuts them.
  private Hash range(long from, long to) {
    long leaves = to - from;
    if (Long.bitCount(leaves) == 1) {
      int height = Long.numberOfTrailingZeros(leaves);
      return complete(height, from >> height);
    }
    long split = from + split(leaves);
    return node(range(from, split), range(split, to));
  }

  /// The roots of the complete subtrees that a tree of a size consists of, the largest first.
  List<Hash> completeRoots(long ofSize) {
    List<Hash> roots = new ArrayList<>();
    long from = 0;
    for (int height = Long.SIZE - 2; height >= 0; height--) {
      if (((ofSize >> height) & 1) == 1) {
        roots.add(complete(height, from >> height));
        from += 1L << height;
      }
    }
    return roots;
  }

  /// The root of a complete subtree, by its height and its place among those of this height.
  private Hash complete(int height, long place) {
    int within = height % TileId.HEIGHT;
    long first = place << within;
    byte[] tile = tile(new TileId(height / TileId.HEIGHT, first / TileId.WIDTH));
    int offset = (int) (first % TileId.WIDTH);
    int count = 1 << within;
    if (tile.length < (offset + count) * Hash.BYTES) {
      throw new DamagedEvidenceException(
          "Tile "
              + first / TileId.WIDTH
              + " of level "
              + height / TileId.HEIGHT
              + " holds "
              + tile.length / Hash.BYTES
              + " hashes, and the tree needs "
              + (offset + count));
    }
    return complete(tile, offset, count);
  }

  private byte[] tile(TileId id) {
    return read.computeIfAbsent(id, tiles::tile);
  }

  /// The root of the complete subtree over some hashes of a tile, a power of two in number.
  static Hash complete(byte[] tile, int offset, int count) {
    return count == 1
        ? Hash.at(tile, offset)
        : node(complete(tile, offset, count / 2), complete(tile, offset + count / 2, count / 2));
  }

  static Hash node(Hash left, Hash right) {
    return Sha256.of(Sha256.NODE, left.content(), right.content());
  }

  /// The root that an inclusion proof leads to (section 2.1.3.2).
  ///
  /// @throws DamagedEvidenceException if the proof is too short or too long for the place
  public static Hash rootOf(Hash leaf, long index, long size, List<Hash> proof) {
    long place = index;
    long last = size - 1;
    Hash root = leaf;
    for (Hash sibling : proof) {
      if (last == 0) {
        throw new DamagedEvidenceException("The proof of leaf " + index + " is too long");
      }
      if (place % 2 == 1 || place == last) {
        root = node(sibling, root);
        while (place % 2 == 0 && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        root = node(root, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw new DamagedEvidenceException("The proof of leaf " + index + " is too short");
    }
    return root;
  }

  private static void requireWithin(long least, long number, long most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          number + " does not lie between " + least + " and " + most);
    }
  }
}
