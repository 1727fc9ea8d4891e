package org.planledger.api.finance;

import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;

/// Remembers in which file and at which number the lines of a run stand: 16 bytes for each slot,
/// because there can be millions. The first eight bytes of a key, which is a SHA-256, tell lines
/// apart.
final class LinePlaces {

  private static final int SMALLEST = 1 << 12;

  /// Where a line stands.
  record Place(int file, int number) {}

  private long[] keys = new long[SMALLEST];
  private long[] places = new long[SMALLEST];
  private int size;

  /// Remembers a line; of one that stands in several files, the first.
  void put(LineKey key, int file, int number) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(keys, places, key.a());
    if (places[slot] == 0) {
      keys[slot] = key.a();
      places[slot] = (long) file << 32 | number;
      size++;
    } else if (places[slot] >>> 32 > file) {
      places[slot] = (long) file << 32 | number;
    }
  }

  /// Where a line stands; none if it is not known.
  Optional<Place> of(LineKey key) {
    long place = places[slot(keys, places, key.a())];
    return place == 0
        ? Optional.empty()
        : Optional.of(new Place((int) (place >>> 32), (int) place));
  }

  private void grow() {
    long[] newKeys = new long[keys.length * 2];
    long[] newPlaces = new long[newKeys.length];
    for (int i = 0; i < keys.length; i++) {
      if (places[i] != 0) {
        int slot = slot(newKeys, newPlaces, keys[i]);
        newKeys[slot] = keys[i];
        newPlaces[slot] = places[i];
      }
    }
    keys = newKeys;
    places = newPlaces;
  }

  private static int slot(long[] keys, long[] places, long key) {
    int slot = (int) key & keys.length - 1;
    while (places[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }
}
