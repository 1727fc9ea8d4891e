package org.planledger.core.evidence;

import java.util.List;
import java.util.Optional;

/// Shows what the map of streams holds at the place of a key.
///
/// @param siblings the hashes beside the way to the place, from the root downwards. Where there is
///     no entry, the way ends at the first part of the map that is empty
/// @param found the entry that stands there: the key's own, that of another key that begins with
///     the same bits, or none. Either of the latter shows that the map has no entry for the key
public record MapProof(List<Hash> siblings, Optional<StreamEntry> found) {

  public MapProof {
    siblings = List.copyOf(siblings);
  }

  /// The root of a map for which this is the proof of a key.
  public Hash root(Hash key) {
    Hash root = found.map(StreamEntry::leaf).orElse(Hash.ZERO);
    for (int depth = siblings.size() - 1; depth >= 0; depth--) {
      Hash sibling = siblings.get(depth);
      Hash left = key.bit(depth) ? sibling : root;
      Hash right = key.bit(depth) ? root : sibling;
      root = Sha256.of(Sha256.MAP_NODE, left.content(), right.content());
    }
    return root;
  }
}
