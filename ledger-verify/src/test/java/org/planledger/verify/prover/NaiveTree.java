package org.planledger.verify.prover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tree over a log written down as RFC 6962 section 2.1 defines it, by recursion over lists of
/// leaves. Slow and obvious: the verifier is tested against it, and shares nothing with it.
public final class NaiveTree {

  private final List<byte[]> leaves;
  private final Map<Long, byte[]> known = new HashMap<>();

  /// @param leaves the leaf hashes, in order; the tree may be asked about any of its beginnings
  public NaiveTree(List<byte[]> leaves) {
    this.leaves = leaves;
  }

  /// The Merkle tree hash of the first leaves.
  public byte[] root(int size) {
    return size == 0 ? Sha.sha256() : hash(0, size);
  }

  /// The path of a leaf, counted from 0, in the tree over the first leaves.
  public List<byte[]> inclusion(int index, int size) {
    return path(index, 0, size);
  }

  /// The proof that a larger tree begins with a smaller one.
  public List<byte[]> consistency(int from, int to) {
    return from == 0 || from == to ? List.of() : subproof(from, 0, to, true);
  }

  private List<byte[]> path(int m, int start, int n) {
    if (n == 1) {
      return List.of();
    }
    int k = split(n);
    List<byte[]> path;
    if (m < k) {
      path = new ArrayList<>(path(m, start, k));
      path.add(hash(start + k, n - k));
    } else {
      path = new ArrayList<>(path(m - k, start + k, n - k));
      path.add(hash(start, k));
    }
    return path;
  }

  private List<byte[]> subproof(int m, int start, int n, boolean whole) {
    if (m == n) {
      return whole ? List.of() : List.of(hash(start, n));
    }
    int k = split(n);
    List<byte[]> proof;
    if (m <= k) {
      proof = new ArrayList<>(subproof(m, start, k, whole));
      proof.add(hash(start + k, n - k));
    } else {
      proof = new ArrayList<>(subproof(m - k, start + k, n - k, false));
      proof.add(hash(start, k));
    }
    return proof;
  }

  private byte[] hash(int start, int n) {
    if (n == 1) {
      return leaves.get(start);
    }
    byte[] hash = known.get((long) start << 32 | n);
    if (hash == null) {
      int k = split(n);
      hash = Sha.sha256(Sha.bytes(1), hash(start, k), hash(start + k, n - k));
      known.put((long) start << 32 | n, hash);
    }
    return hash;
  }

  /// The largest power of two smaller than n.
  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }
}
