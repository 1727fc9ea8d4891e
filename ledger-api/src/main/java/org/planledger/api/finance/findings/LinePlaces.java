package org.planledger.api.finance.findings;

import java.util.Arrays;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKey;

/// Remembers of the lines of a run in which file and at which number they stand, and what became of
/// them: some 30 bytes for each, because there can be millions. The first eight bytes of a key,
/// which is a SHA-256, tell lines apart.
public final class LinePlaces {

  private static final int FEWEST = 1 << 10;
  private static final byte SETTLED = 1;
  private static final byte QUESTIONED = 2;
  private static final byte OVER = 4;

  /// Where a line stands.
  public record Place(int file, int number) {}

  /// Takes places, one by one.
  @FunctionalInterface
  interface Taker {
    void take(int file, int number);
  }

  private long[] keys = new long[FEWEST];
  private long[] places = new long[FEWEST];
  private byte[] marks = new byte[FEWEST];

  /// One more than the number of the line that a key stands for; 0 for none.
  private int[] slots = new int[2 * FEWEST];

  private int size;

  /// Remembers a line; of one that stands in several files, the first is the one that is found.
  ///
  /// @param over whether a closed month has explained or settled it
  public void put(LineKey key, int file, int number, boolean over) {
    room();
    keys[size] = key.a();
    places[size] = (long) file << 32 | number;
    marks[size] = over ? OVER : 0;
    int slot = slot(key.a());
    if (slots[slot] == 0 || places[slots[slot] - 1] >>> 32 > file) {
      slots[slot] = size + 1;
    }
    size++;
  }

  /// Where a line stands; none if it is not known.
  public Optional<Place> of(LineKey key) {
    int line = slots[slot(key.a())] - 1;
    return line < 0
        ? Optional.empty()
        : Optional.of(new Place((int) (places[line] >>> 32), (int) places[line]));
  }

  /// A match has settled the line.
  public void settle(LineKey key) {
    mark(key, SETTLED);
  }

  /// Somebody has to look at the line.
  public void question(LineKey key) {
    mark(key, QUESTIONED);
  }

  private void mark(LineKey key, byte mark) {
    int line = slots[slot(key.a())] - 1;
    if (line >= 0) {
      marks[line] |= mark;
    }
  }

  /// Tells the places of the lines that somebody has to look at and nothing has settled, in the
  /// order in which they were put. Of a line that stands in several places that is the first: the
  /// others say nothing that it does not.
  void forEachOpen(Taker taker) {
    for (int line = 0; line < size; line++) {
      if ((marks[line] & (QUESTIONED | SETTLED | OVER)) == QUESTIONED) {
        taker.take((int) (places[line] >>> 32), (int) places[line]);
      }
    }
  }

  /// How many there are.
  public int size() {
    return size;
  }

  private void room() {
    if (size == keys.length) {
      int more = size + size / 4;
      keys = Arrays.copyOf(keys, more);
      places = Arrays.copyOf(places, more);
      marks = Arrays.copyOf(marks, more);
    }
    if (size > slots.length / 4 * 3) {
      int[] before = slots;
      slots = new int[before.length * 2];
      for (int line : before) {
        if (line != 0) {
          slots[slot(keys[line - 1])] = line;
        }
      }
    }
  }

  private int slot(long key) {
    int slot = (int) key & slots.length - 1;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
