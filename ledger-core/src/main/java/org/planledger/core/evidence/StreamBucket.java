package org.planledger.core.evidence;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// All entries of the map of streams whose keys begin with the same 16 bits, in the order of their
/// keys: what is stored of the map's lower part, and read in one piece.
public final class StreamBucket {

  private final List<StreamEntry> entries;

  private StreamBucket(List<StreamEntry> entries) {
    this.entries = entries;
  }

  /// Reads the stored form.
  ///
  /// @throws DamagedEvidenceException if it is not that of this bucket
  public static StreamBucket of(int number, byte[] stored) {
    if (stored.length % StreamEntry.BYTES != 0) {
      throw new DamagedEvidenceException("Bucket " + number + " of the map is cut off");
    }
    List<StreamEntry> entries = new ArrayList<>(stored.length / StreamEntry.BYTES);
    ByteBuffer rest = ByteBuffer.wrap(stored);
    Hash before = null;
    while (rest.hasRemaining()) {
      StreamEntry entry = StreamEntry.read(rest);
      if (numberOf(entry.key()) != number
          || (before != null && before.compareTo(entry.key()) >= 0)) {
        throw new DamagedEvidenceException("Bucket " + number + " of the map is out of order");
      }
      entries.add(entry);
      before = entry.key();
    }
    return new StreamBucket(entries);
  }

  /// The bucket that a key belongs into.
  public static int numberOf(Hash key) {
    byte[] content = key.content();
    return ((content[0] & 0xff) << 8) | (content[1] & 0xff);
  }

  /// The same bucket with entries that are new or stand in the place of older ones.
  StreamBucket with(Collection<StreamEntry> changes) {
    TreeMap<Hash, StreamEntry> all = new TreeMap<>();
    entries.forEach(entry -> all.put(entry.key(), entry));
    changes.forEach(entry -> all.put(entry.key(), entry));
    return new StreamBucket(List.copyOf(all.values()));
  }

  /// The form in which it is stored: its entries, end to end.
  byte[] stored() {
    ByteBuffer stored = ByteBuffer.allocate(entries.size() * StreamEntry.BYTES);
    entries.forEach(entry -> stored.put(entry.stored()));
    return stored.array();
  }

  public List<StreamEntry> entries() {
    return entries;
  }

  /// The entry of a key.
  public Optional<StreamEntry> entry(Hash key) {
    int place =
        Collections.binarySearch(
            entries, new StreamEntry(key, 0, Hash.ZERO), Comparator.comparing(StreamEntry::key));
    return place < 0 ? Optional.empty() : Optional.of(entries.get(place));
  }

  /// The root of this part of the map.
  public Hash root() {
    return root(entries, StreamMap.FIXED_LEVELS);
  }

  private static Hash root(List<StreamEntry> entries, int depth) {
    return switch (entries.size()) {
      case 0 -> Hash.ZERO;
      case 1 -> entries.getFirst().leaf();
      default -> {
        int split = split(entries, depth);
        yield StreamMap.node(
            root(entries.subList(0, split), depth + 1),
            root(entries.subList(split, entries.size()), depth + 1));
      }
    };
  }

  /// Walks towards a key, and adds what lies beside the way.
  ///
  /// @return the entry at the end of the way: that of the key, another's, or none
  Optional<StreamEntry> walk(Hash key, List<Hash> siblings) {
    List<StreamEntry> here = entries;
    for (int depth = StreamMap.FIXED_LEVELS; here.size() > 1; depth++) {
      int split = split(here, depth);
      List<StreamEntry> left = here.subList(0, split);
      List<StreamEntry> right = here.subList(split, here.size());
      boolean goesRight = key.bit(depth);
      siblings.add(root(goesRight ? left : right, depth + 1));
      here = goesRight ? right : left;
    }
    return here.stream().findFirst();
  }

  /// Where the keys whose bit at a depth is set begin.
  private static int split(List<StreamEntry> entries, int depth) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).key().bit(depth)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
