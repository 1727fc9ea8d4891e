package org.planledger.verify.log;

import java.util.Arrays;
import java.util.OptionalLong;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.KeyedMap;
import org.planledger.verify.proof.RecordHash;

/// The end of every stream of a log: 72 bytes each in tables that are at most two thirds full. The
/// tables are parts of the map already, by the first byte of the key.
final class StreamEnds {

  private static final int TABLE_BITS = Byte.SIZE;

  private final Table[] tables = new Table[1 << TABLE_BITS];
  private final RecordHash record = new RecordHash();
  private final byte[] key = new byte[Hash.LENGTH_BYTES];
  private long size;

  /// How many streams there are.
  long size() {
    return size;
  }

  /// Adds an event to its stream.
  ///
  /// @return the sequence that was due, if it was another one
  OptionalLong add(ExportedEvent event) {
    event.key().copyTo(key, 0);
    int number = key[0] & 0xff;
    Table table = tables[number];
    if (table == null) {
      table = new Table();
      tables[number] = table;
    }
    int slot = table.find(key);
    long due = table.count(slot);
    if (due == 0) {
      size++;
      slot = table.insert(key, slot);
    }
    Hash before = due == 0 ? Hash.ZERO : table.streamHash(slot);
    table.set(slot, event.sequence() + 1, record.link(before, event.leaf()));
    return due == event.sequence() ? OptionalLong.empty() : OptionalLong.of(due);
  }

  /// The root of the map over all of them.
  Hash mapRoot() {
    Hash[] parts = new Hash[tables.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = tables[i] == null ? Hash.ZERO : tables[i].mapPart(record);
    }
    for (int count = parts.length / 2; count > 0; count /= 2) {
      for (int i = 0; i < count; i++) {
        parts[i] = forkOrNothing(parts[2 * i], parts[2 * i + 1]);
      }
    }
    return parts[0];
  }

  private static Hash forkOrNothing(Hash left, Hash right) {
    boolean empty = left.equals(Hash.ZERO) && right.equals(Hash.ZERO);
    return empty ? Hash.ZERO : KeyedMap.fork(left, right);
  }

  /// Slots of key, number of events (0 in a slot that is free) and stream hash.
  private static final class Table {
    private static final int COUNT = Hash.LENGTH_BYTES;
    private static final int STREAM_HASH = COUNT + Long.BYTES;
    private static final int SLOT_BYTES = STREAM_HASH + Hash.LENGTH_BYTES;

    private byte[] slots = new byte[16 * SLOT_BYTES];
    private int used;

    /// The slot of this key, or the free one where it would be.
    int find(byte[] key) {
      int capacity = slots.length / SLOT_BYTES;
      // The first byte is the same in the whole table.
      int hash = (key[1] & 0xff) << 16 | (key[2] & 0xff) << 8 | (key[3] & 0xff);
      int spread = (hash << Byte.SIZE | (key[4] & 0xff)) & Integer.MAX_VALUE;
      int slot = spread % capacity;
      while (count(slot) != 0 && !holds(slot, key)) {
        slot = slot + 1 == capacity ? 0 : slot + 1;
      }
      return slot;
    }

    int insert(byte[] key, int free) {
      int slot = free;
      if (3L * (used + 1) > 2L * (slots.length / SLOT_BYTES)) {
        grow();
        slot = find(key);
      }
      System.arraycopy(key, 0, slots, slot * SLOT_BYTES, key.length);
      used++;
      return slot;
    }

    long count(int slot) {
      int at = slot * SLOT_BYTES + COUNT;
      long count = 0;
      for (int i = at; i < at + Long.BYTES; i++) {
        count = count << Byte.SIZE | (slots[i] & 0xff);
      }
      return count;
    }

    Hash streamHash(int slot) {
      return Hash.at(slots, slot * SLOT_BYTES + STREAM_HASH);
    }

    void set(int slot, long count, Hash streamHash) {
      int at = slot * SLOT_BYTES + COUNT;
      for (int i = 0; i < Long.BYTES; i++) {
        slots[at + i] = (byte) (count >>> (Byte.SIZE * (Long.BYTES - 1 - i)));
      }
      streamHash.copyTo(slots, slot * SLOT_BYTES + STREAM_HASH);
    }

    /// The hash of the part of the map that this table is.
    Hash mapPart(RecordHash record) {
      var order = new Integer[used];
      int next = 0;
      for (int slot = 0; slot < slots.length / SLOT_BYTES; slot++) {
        if (count(slot) != 0) {
          order[next++] = slot;
        }
      }
      Arrays.sort(order, this::compareKeys);
      return part(order, 0, used, TABLE_BITS, record);
    }

    private Hash part(Integer[] order, int from, int to, int depth, RecordHash record) {
      if (from == to) {
        return Hash.ZERO;
      }
      if (to - from == 1 && depth >= KeyedMap.MIN_LEAF_DEPTH) {
        int slot = order[from];
        return record.entry(Hash.at(slots, slot * SLOT_BYTES), count(slot) - 1, streamHash(slot));
      }
      int middle = from;
      while (middle < to && !bit(order[middle], depth)) {
        middle++;
      }
      return KeyedMap.fork(
          part(order, from, middle, depth + 1, record), part(order, middle, to, depth + 1, record));
    }

    private boolean bit(int slot, int depth) {
      return (slots[slot * SLOT_BYTES + (depth >>> 3)] & (0x80 >>> (depth & 7))) != 0;
    }

    private int compareKeys(Integer one, Integer other) {
      int a = one * SLOT_BYTES;
      int b = other * SLOT_BYTES;
      return Arrays.compareUnsigned(
          slots, a, a + Hash.LENGTH_BYTES, slots, b, b + Hash.LENGTH_BYTES);
    }

    private boolean holds(int slot, byte[] key) {
      int at = slot * SLOT_BYTES;
      return Arrays.equals(slots, at, at + key.length, key, 0, key.length);
    }

    private void grow() {
      byte[] old = slots;
      slots = new byte[Math.multiplyExact(old.length, 2)];
      byte[] key = new byte[Hash.LENGTH_BYTES];
      for (int at = 0; at < old.length; at += SLOT_BYTES) {
        System.arraycopy(old, at, key, 0, key.length);
        boolean taken = !Arrays.equals(old, at + COUNT, at + STREAM_HASH, FREE, 0, Long.BYTES);
        if (taken) {
          System.arraycopy(old, at, slots, find(key) * SLOT_BYTES, SLOT_BYTES);
        }
      }
    }

    private static final byte[] FREE = new byte[Long.BYTES];
  }
}
