package org.planledger.verify.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/// The map that holds the end of every stream. A part of it is named by the first bits of the keys
/// in it, and its hash is
///
/// * 32 zero bytes if no entry is in it;
/// * the leaf of its entry if it has one only and at least sixteen bits name it;
/// * SHA-256(0x04, hash of the part with a further 0, hash of the part with a further 1) otherwise.
///
/// The root is the hash of the part that no bit names: everything.
public final class KeyedMap {

  /// A part named by fewer bits is never a leaf.
  public static final int MIN_LEAF_DEPTH = 16;

  /// As many as a key has bits: no proof is longer.
  public static final int MAX_DEPTH = Hash.LENGTH_BYTES * Byte.SIZE;

  private static final byte FORK = 4;

  private KeyedMap() {}

  /// An entry that stands where the one that is looked for would.
  public record Other(Hash key, long lastSequence, Hash streamHash) {}

  /// Under which key the end of a stream stands.
  public static Hash key(String streamId) {
    return Hash.sha256(streamId.getBytes(UTF_8));
  }

  /// SHA-256(0x04, left, right).
  public static Hash fork(Hash left, Hash right) {
    return Hash.ofPair(FORK, left, right);
  }

  /// The root to which the proof leads that this entry is in the map; nothing if a leaf cannot
  /// stand there.
  public static Optional<Hash> rootWith(Hash key, Hash leaf, List<Hash> siblings) {
    return siblings.size() < MIN_LEAF_DEPTH ? Optional.empty() : walked(key, leaf, siblings);
  }

  /// The root to which the proof leads that the map has no such key, because the part where it
  /// would be is empty.
  public static Optional<Hash> rootWithout(Hash key, List<Hash> siblings) {
    return walked(key, Hash.ZERO, siblings);
  }

  /// The root to which the proof leads that the map has no such key, because the part where it
  /// would be holds another entry and nothing else. The leaf is computed from all that the other
  /// entry is: a leaf taken on trust could be the very one that is said not to exist.
  public static Optional<Hash> rootWithout(Hash key, List<Hash> siblings, Other other) {
    if (other.key().equals(key) || other.key().commonBits(key) < siblings.size()) {
      return Optional.empty();
    }
    var leaf = new RecordHash().entry(other.key(), other.lastSequence(), other.streamHash());
    return rootWith(key, leaf, siblings);
  }

  private static Optional<Hash> walked(Hash key, Hash end, List<Hash> siblings) {
    if (siblings.size() > MAX_DEPTH) {
      return Optional.empty();
    }
    Hash root = end;
    for (int depth = siblings.size() - 1; depth >= 0; depth--) {
      Hash sibling = siblings.get(depth);
      root = key.bit(depth) ? fork(sibling, root) : fork(root, sibling);
    }
    return Optional.of(root);
  }
}
