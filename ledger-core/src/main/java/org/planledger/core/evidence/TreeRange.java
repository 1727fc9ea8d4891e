package org.planledger.core.evidence;

import java.util.ArrayList;
import java.util.List;

/// The tree over a log, held as the roots of its complete subtrees only: a few hashes, from which
/// the root follows, and which grow with the log. Used by one thread at a time.
public final class TreeRange {

  private final List<Hash> roots;
  private long size;

  private TreeRange(List<Hash> roots, long size) {
    this.roots = new ArrayList<>(roots);
    this.size = size;
  }

  /// A stored tree of a size.
  ///
  /// @throws DamagedEvidenceException if a tile is missing
  public static TreeRange of(TileSource tiles, long size) {
    return new TreeRange(new LogTree(tiles, size).completeRoots(size), size);
  }

  /// The same tree, to grow by itself.
  public TreeRange copy() {
    return new TreeRange(roots, size);
  }

  /// Adds a leaf at the end.
  public void append(Hash leaf) {
    Hash root = leaf;
    for (long rest = size; rest % 2 == 1; rest >>= 1) {
      root = LogTree.node(roots.removeLast(), root);
    }
    roots.add(root);
    size++;
  }

  /// The root of the tree as it is now.
  public Hash root() {
    if (roots.isEmpty()) {
      return LogTree.EMPTY;
    }
    Hash root = roots.getLast();
    for (int i = roots.size() - 2; i >= 0; i--) {
      root = LogTree.node(roots.get(i), root);
    }
    return root;
  }
}
