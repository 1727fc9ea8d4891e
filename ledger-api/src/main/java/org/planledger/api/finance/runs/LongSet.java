package org.planledger.api.finance.runs;

/// Many numbers, each once, in eight to sixteen bytes each.
final class LongSet {

  private static final int FEWEST = 1 << 10;

  private long[] slots = new long[FEWEST];
  private int size;
  private boolean hasZero;

  /// Adds a number.
  ///
  /// @return whether it is new
  boolean add(long number) {
    if (number == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    int slot = slot(number);
    if (slots[slot] != 0) {
      return false;
    }
    slots[slot] = number;
    size++;
    if (size > slots.length / 4 * 3) {
      grow();
    }
    return true;
  }

  boolean has(long number) {
    return number == 0 ? hasZero : slots[slot(number)] != 0;
  }

  /// The numbers are hashes already, so their last bits spread.
  private int slot(long number) {
    int slot = (int) number & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long number : before) {
      if (number != 0) {
        slots[slot(number)] = number;
      }
    }
  }
}
