package org.planledger.api.finance.findings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Remembers of the fees of a run what became of them: some 30 bytes for each, because there can be
/// millions. Ids are UUIDs; any other takes more room.
public final class ToldFees {

  private static final int FEWEST = 1 << 10;
  private static final int UUID_LENGTH = 36;
  private static final byte CANCELLED = 1;
  private static final byte SETTLED = 2;
  private static final byte QUESTIONED = 4;

  private long[] high = new long[FEWEST];
  private long[] low = new long[FEWEST];
  private byte[] marks = new byte[FEWEST];

  /// One more than the number of a fee; 0 for none.
  private int[] slots = new int[2 * FEWEST];

  private int size;
  private final Map<String, Byte> others = new LinkedHashMap<>();

  /// Remembers a fee.
  public void put(String feeId, boolean cancelled) {
    byte mark = cancelled ? CANCELLED : 0;
    if (!isUuid(feeId)) {
      others.put(feeId, mark);
      return;
    }
    var id = UUID.fromString(feeId);
    room();
    high[size] = id.getMostSignificantBits();
    low[size] = id.getLeastSignificantBits();
    marks[size] = mark;
    slots[slot(high[size], low[size])] = size + 1;
    size++;
  }

  /// A match has settled the fee.
  public void settle(String feeId) {
    mark(feeId, SETTLED);
  }

  /// Somebody has to look at the fee.
  public void question(String feeId) {
    mark(feeId, QUESTIONED);
  }

  private void mark(String feeId, byte mark) {
    if (!isUuid(feeId)) {
      others.computeIfPresent(feeId, (_, before) -> (byte) (before | mark));
      return;
    }
    var id = UUID.fromString(feeId);
    int fee = slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
    if (fee >= 0) {
      marks[fee] |= mark;
    }
  }

  /// Tells the fees that nothing has settled and that were not cancelled, and those that somebody
  /// has to look at, in the order in which they were put; ids that are no UUIDs come last.
  void forEachOpen(Consumer<String> taker) {
    for (int fee = 0; fee < size; fee++) {
      if (isOpen(marks[fee])) {
        taker.accept(new UUID(high[fee], low[fee]).toString());
      }
    }
    others.forEach(
        (id, fate) -> {
          if (isOpen(fate)) {
            taker.accept(id);
          }
        });
  }

  private static boolean isOpen(byte fate) {
    return (fate & (SETTLED | CANCELLED)) == 0 || (fate & QUESTIONED) != 0;
  }

  /// How many there are.
  public int size() {
    return size + others.size();
  }

  /// Whether it is one in its usual form, so that it can be told again as it was.
  private static boolean isUuid(String id) {
    if (id.length() != UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char letter = id.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean digit = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
      if (hyphen ? letter != '-' : !digit) {
        return false;
      }
    }
    return true;
  }

  private void room() {
    if (size == high.length) {
      int more = size + size / 4;
      high = Arrays.copyOf(high, more);
      low = Arrays.copyOf(low, more);
      marks = Arrays.copyOf(marks, more);
    }
    if (size > slots.length / 4 * 3) {
      slots = new int[slots.length * 2];
      for (int fee = 0; fee < size; fee++) {
        slots[slot(high[fee], low[fee])] = fee + 1;
      }
    }
  }

  private int slot(long first, long second) {
    long mixed = (first ^ second * 0x9e3779b97f4a7c15L) * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & slots.length - 1;
    while (slots[slot] != 0 && (high[slots[slot] - 1] != first || low[slots[slot] - 1] != second)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
