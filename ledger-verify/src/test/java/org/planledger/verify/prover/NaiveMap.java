package org.planledger.verify.prover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The map of all streams, written down as it is defined: by recursion over sets of entries.
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public final class NaiveMap {

  private static final byte[] NOTHING = new byte[32];

  private final List<Entry> entries;
  private final Map<String, byte[]> known = new HashMap<>();

  /// The end of a stream.
  public record Entry(byte[] key, long sequence, byte[] streamHash) {
    byte[] leaf() {
      return Sha.sha256(Sha.bytes(3), key, Sha.eight(sequence), streamHash);
    }
  }

  /// What is handed out about a key: the siblings from the root down, and the entry that stands
  /// where the key leads, if there is one.
  public record Proof(List<byte[]> siblings, Entry found) {}

  public NaiveMap(List<Entry> entries) {
    this.entries = entries;
  }

  public static byte[] key(String streamId) {
    return Sha.sha256(Sha.utf8(streamId));
  }

  public byte[] root() {
    return hash(entries, 0, "");
  }

  public Proof proof(byte[] key) {
    List<byte[]> siblings = new ArrayList<>();
    List<Entry> here = entries;
    String prefix = "";
    for (int depth = 0; ; depth++) {
      if (here.isEmpty()) {
        return new Proof(siblings, null);
      }
      if (here.size() == 1 && depth >= 16) {
        return new Proof(siblings, here.getFirst());
      }
      int d = depth;
      boolean bit = bit(key, depth);
      List<Entry> beside = only(here, entry -> bit(entry.key(), d) != bit);
      siblings.add(hash(beside, depth + 1, prefix + (bit ? '0' : '1')));
      here = only(here, entry -> bit(entry.key(), d) == bit);
      prefix += bit ? '1' : '0';
    }
  }

  private byte[] hash(List<Entry> set, int depth, String prefix) {
    if (set.isEmpty()) {
      return NOTHING;
    }
    if (set.size() == 1 && depth >= 16) {
      return set.getFirst().leaf();
    }
    byte[] hash = known.get(prefix);
    if (hash == null) {
      hash =
          Sha.sha256(
              Sha.bytes(4),
              hash(only(set, entry -> !bit(entry.key(), depth)), depth + 1, prefix + '0'),
              hash(only(set, entry -> bit(entry.key(), depth)), depth + 1, prefix + '1'));
      known.put(prefix, hash);
    }
    return hash;
  }

  private static boolean bit(byte[] key, int depth) {
    return (key[depth / 8] >> (7 - depth % 8) & 1) == 1;
  }

  private static List<Entry> only(List<Entry> set, Predicate<Entry> wanted) {
    return set.stream().filter(wanted).toList();
  }
}
