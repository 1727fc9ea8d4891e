package org.planledger.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The map from every stream to where it ends, by which a checkpoint says that nothing is left out
/// of a stream: a Merkle tree over the bits of the hashed stream ids.
///
/// T(S, d) for the entries S whose keys share their first d bits: 32 zero bytes if there are none;
/// the entry's leaf if there is one and d is at least 16; else SHA-256(0x04, T(those whose bit d is
/// 0, d + 1), T(the others, d + 1)). The root is T(all, 0).
///
/// The upper 16 levels are always there and stored as two layers of 256-wide tiles, the rest in
/// [buckets][StreamBucket].
public final class StreamMap {

  /// How many levels are there whatever the map holds.
  static final int FIXED_LEVELS = 16;

  private static final int LAYER_HEIGHT = 8;

  private final MapSource source;

  public StreamMap(MapSource source) {
    this.source = source;
  }

  /// The root, from the uppermost tile.
  public Hash root() {
    return fold(tile(0, 0));
  }

  /// The proof for a key.
  ///
  /// @throws DamagedEvidenceException if what is stored cannot be read
  public MapProof proof(Hash key) {
    int bucket = StreamBucket.numberOf(key);
    List<Hash> siblings = new ArrayList<>();
    beside(tile(0, 0), bucket >> LAYER_HEIGHT, siblings);
    beside(tile(1, bucket >> LAYER_HEIGHT), bucket % TileId.WIDTH, siblings);
    Optional<StreamEntry> found =
        StreamBucket.of(bucket, source.bucket(bucket)).walk(key, siblings);
    if (found.isEmpty()) {
      // The way ends at the first part that is empty: beside it there is something.
      while (!siblings.isEmpty() && siblings.getLast().equals(Hash.ZERO)) {
        siblings.removeLast();
      }
    }
    return new MapProof(siblings, found);
  }

  /// The hashes beside the way from a tile's root down to one of its hashes.
  private static void beside(byte[] tile, int index, List<Hash> siblings) {
    int from = 0;
    for (int count = TileId.WIDTH / 2; count >= 1; count /= 2) {
      boolean goesRight = index >= from + count;
      siblings.add(fold(tile, goesRight ? from : from + count, count));
      from = goesRight ? from + count : from;
    }
  }

  private byte[] tile(int layer, int number) {
    return whole(layer, number, source.layer(layer, number));
  }

  static byte[] whole(int layer, int number, byte[] stored) {
    if (stored.length != 0 && stored.length != TileId.BYTES) {
      throw new DamagedEvidenceException(
          "Tile " + number + " of the map's layer " + layer + " is cut off");
    }
    return stored.length == 0 ? new byte[TileId.BYTES] : stored;
  }

  /// The root over a tile of the upper levels.
  public static Hash fold(byte[] tile) {
    return fold(tile, 0, TileId.WIDTH);
  }

  private static Hash fold(byte[] tile, int from, int count) {
    return count == 1
        ? Hash.at(tile, from)
        : node(fold(tile, from, count / 2), fold(tile, from + count / 2, count / 2));
  }

  /// Nothing beside nothing is nothing.
  static Hash node(Hash left, Hash right) {
    return left.equals(Hash.ZERO) && right.equals(Hash.ZERO)
        ? Hash.ZERO
        : Sha256.of(Sha256.MAP_NODE, left.content(), right.content());
  }
}
