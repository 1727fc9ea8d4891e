package org.planledger.core.evidence;

/// The name of a tile: a piece of a tree, 256 neighbouring hashes wide and eight levels high, of
/// which only the lowest level is stored. On level 0 these are the leaves; each hash of a level
/// above is the root of one full tile below it. The last tile of a level may be narrower.
///
/// @param level 0 for the leaves
/// @param number its place on the level, from 0
public record TileId(int level, long number) {

  /// How many hashes a full tile holds.
  public static final int WIDTH = 256;

  static final int HEIGHT = 8;

  static final int BYTES = WIDTH * Hash.BYTES;
}
