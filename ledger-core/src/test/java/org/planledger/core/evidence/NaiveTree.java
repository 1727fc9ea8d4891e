package org.planledger.core.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The definitions of RFC 9162, sections 2.1.1, 2.1.3.1, 2.1.4.1 and 2.1.4.2, word by word over all
/// leaves, with no tile and without a line of what is tested.
public final class NaiveTree {

  private NaiveTree() {}

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Hash leaf(byte[] record) {
    return Hash.of(sha256(new byte[] {0}, record));
  }

  static List<Hash> leaves(int count) {
    List<Hash> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(leaf(ByteBuffer.allocate(4).putInt(i).array()));
    }
    return leaves;
  }

  static Hash node(Hash left, Hash right) {
    return Hash.of(sha256(new byte[] {1}, left.toArray(), right.toArray()));
  }

  public static Hash root(List<Hash> leaves) {
    int n = leaves.size();
    if (n == 0) {
      return Hash.of(sha256("".getBytes(StandardCharsets.UTF_8)));
    }
    if (n == 1) {
      return leaves.getFirst();
    }
    int k = split(n);
    return node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
  }

  public static List<Hash> path(int m, List<Hash> leaves) {
    int n = leaves.size();
    List<Hash> path = new ArrayList<>();
    if (n > 1) {
      int k = split(n);
      if (m < k) {
        path.addAll(path(m, leaves.subList(0, k)));
        path.add(root(leaves.subList(k, n)));
      } else {
        path.addAll(path(m - k, leaves.subList(k, n)));
        path.add(root(leaves.subList(0, k)));
      }
    }
    return path;
  }

  public static List<Hash> consistency(int m, List<Hash> leaves) {
    return m == 0 ? List.of() : subproof(m, leaves, true);
  }

  private static List<Hash> subproof(int m, List<Hash> leaves, boolean whole) {
    int n = leaves.size();
    if (m == n) {
      return whole ? List.of() : List.of(root(leaves));
    }
    int k = split(n);
    List<Hash> proof = new ArrayList<>();
    if (m <= k) {
      proof.addAll(subproof(m, leaves.subList(0, k), whole));
      proof.add(root(leaves.subList(k, n)));
    } else {
      proof.addAll(subproof(m - k, leaves.subList(k, n), false));
      proof.add(root(leaves.subList(0, k)));
    }
    return proof;
  }

  /// Whether a proof shows that one tree is the beginning of another (section 2.1.4.2).
  static boolean isConsistent(long first, Hash firstRoot, long second, Hash root, List<Hash> path) {
    List<Hash> proof = new ArrayList<>(path);
    if (Long.bitCount(first) == 1) {
      proof.addFirst(firstRoot);
    }
    long fn = first - 1;
    long sn = second - 1;
    while (fn % 2 == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    Hash fr = proof.getFirst();
    Hash sr = proof.getFirst();
    for (Hash c : proof.subList(1, proof.size())) {
      if (sn == 0) {
        return false;
      }
      if (fn % 2 == 1 || fn == sn) {
        fr = node(c, fr);
        sr = node(c, sr);
        while (fn % 2 == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && fr.equals(firstRoot) && sr.equals(root);
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }
}
