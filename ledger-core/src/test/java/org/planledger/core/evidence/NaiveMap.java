package org.planledger.core.evidence;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/// The definition of the map of streams, T(S, d), word by word, with no bucket and no layer.
public final class NaiveMap {

  private NaiveMap() {}

  public static Hash root(Collection<StreamEntry> entries) {
    return root(List.copyOf(entries), 0);
  }

  private static Hash root(List<StreamEntry> entries, int depth) {
    if (entries.isEmpty()) {
      return Hash.of(new byte[32]);
    }
    if (entries.size() == 1 && depth >= 16) {
      return leaf(entries.getFirst());
    }
    List<StreamEntry> left = entries.stream().filter(e -> !bit(e.key(), depth)).toList();
    List<StreamEntry> right = entries.stream().filter(e -> bit(e.key(), depth)).toList();
    return Hash.of(
        NaiveTree.sha256(
            new byte[] {4}, root(left, depth + 1).toArray(), root(right, depth + 1).toArray()));
  }

  static Hash leaf(StreamEntry entry) {
    return Hash.of(
        NaiveTree.sha256(
            new byte[] {3},
            entry.key().toArray(),
            ByteBuffer.allocate(8).putLong(entry.lastSequence()).array(),
            entry.streamHash().toArray()));
  }

  private static boolean bit(Hash key, int depth) {
    return (key.toArray()[depth / 8] & (0x80 >> (depth % 8))) != 0;
  }
}
