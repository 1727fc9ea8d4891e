package org.planledger.verify.proof;

import java.util.List;
import java.util.Optional;

/// The tree over a log, as in RFC 9162 section 2.1: what a proof says about it, and its root as
/// leaves are added at the right.
public final class LogTree {

  /// No proof in a tree of less than 2^63 leaves is longer.
  public static final int MAX_PROOF_HASHES = 63;

  private static final byte NODE = 1;

  /// The roots of the perfect trees that the leaves so far form, by height; the bits of the size
  /// say which of them there are.
  private final byte[] perfect = new byte[MAX_PROOF_HASHES * Hash.LENGTH_BYTES];

  private final RecordHash record = new RecordHash();

  /// The node that is about to find its place.
  private final byte[] node = new byte[Hash.LENGTH_BYTES];

  private long size;

  /// SHA-256(0x01, left, right).
  static Hash node(Hash left, Hash right) {
    return Hash.ofPair(NODE, left, right);
  }

  /// The root to which an inclusion proof leads (RFC 9162, 2.1.3.2); nothing if it cannot be a
  /// proof for this place because it is too short or too long, or the place is not in the tree.
  public static Optional<Hash> rootOfInclusion(Hash leaf, long index, long size, List<Hash> proof) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long place = index;
    long last = size - 1;
    Hash root = leaf;
    for (Hash sibling : proof) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((place & 1) == 1 || place == last) {
        root = node(sibling, root);
        while ((place & 1) == 0 && place != 0) {
          place >>>= 1;
          last >>>= 1;
        }
      } else {
        root = node(root, sibling);
      }
      place >>>= 1;
      last >>>= 1;
    }
    return last == 0 ? Optional.of(root) : Optional.empty();
  }

  /// Whether a consistency proof (RFC 9162, 2.1.4.2) shows that the larger tree begins with the
  /// smaller one.
  public static boolean extendsTo(
      long oldSize, Hash oldRoot, long newSize, Hash newRoot, List<Hash> proof) {
    if (oldSize > newSize) {
      return false;
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && oldRoot.equals(newRoot);
    }
    if (oldSize == 0) {
      return proof.isEmpty() && oldRoot.equals(emptyRoot());
    }
    long place = oldSize - 1;
    long last = newSize - 1;
    int skipped = Long.numberOfTrailingZeros(~place);
    place >>>= skipped;
    last >>>= skipped;
    // A smaller tree that is perfect is itself the first node.
    boolean perfect = place == 0;
    if (!perfect && proof.isEmpty()) {
      return false;
    }
    Hash first = perfect ? oldRoot : proof.getFirst();
    Hash older = first;
    Hash newer = first;
    for (Hash sibling : perfect ? proof : proof.subList(1, proof.size())) {
      if (last == 0) {
        return false;
      }
      if ((place & 1) == 1 || place == last) {
        older = node(sibling, older);
        newer = node(sibling, newer);
        while ((place & 1) == 0 && place != 0) {
          place >>>= 1;
          last >>>= 1;
        }
      } else {
        newer = node(newer, sibling);
      }
      place >>>= 1;
      last >>>= 1;
    }
    return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
  }

  /// Adds the next leaf, which stands at an offset of an array.
  public void add(byte[] leaves, int offset) {
    System.arraycopy(leaves, offset, node, 0, Hash.LENGTH_BYTES);
    int height = 0;
    for (; (size >>> height & 1) == 1; height++) {
      record.pair(NODE, perfect, height * Hash.LENGTH_BYTES, node, 0, node, 0);
    }
    System.arraycopy(node, 0, perfect, height * Hash.LENGTH_BYTES, Hash.LENGTH_BYTES);
    size++;
  }

  public long size() {
    return size;
  }

  /// The root over all leaves so far.
  public Hash root() {
    if (size == 0) {
      return emptyRoot();
    }
    int height = Long.numberOfTrailingZeros(size);
    Hash root = perfect(height);
    for (height++; height < MAX_PROOF_HASHES; height++) {
      if ((size >>> height & 1) == 1) {
        root = node(perfect(height), root);
      }
    }
    return root;
  }

  private Hash perfect(int height) {
    return Hash.at(perfect, height * Hash.LENGTH_BYTES);
  }

  private static Hash emptyRoot() {
    return Hash.sha256();
  }
}
