package org.planledger.verify.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.KeyedMap;
import org.planledger.verify.proof.RecordHash;

/// The end of every stream of a log: 72 bytes each in tables that are at most two thirds full. The
/// tables are parts of the map already, by the first byte of the key.
final class StreamEnds {

  private static final int TABLE_BITS = Byte.SIZE;

  private final @Nullable Table[] tables = new Table[1 << TABLE_BITS];
  private final RecordHash record = new RecordHash();
  private long size;

  /// How many streams there are.
  long size() {
    return size;
  }

  /// Adds an event to its stream.
  ///
  /// @param hashes an array with the key of the stream and the leaf of the event
  /// @return the sequence that was due
  long add(byte[] hashes, int key, int leaf, long sequence) {
    int number = hashes[key] & 0xff;
    Table table = tables[number];
    if (table == null) {
      table = new Table();
      tables[number] = table;
    }
    int slot = table.find(hashes, key);
    long due = table.count(slot);
    if (due == 0) {
      size++;
      slot = table.insert(hashes, key, slot);
    }
    table.set(slot, sequence + 1);
    record.linkTo(table.slots, table.streamHashAt(slot), hashes, leaf);
    return due;
  }

  /// The root of the map over all of them.
  Hash mapRoot() {
    Hash[] parts =
        Arrays.stream(tables)
            .parallel()
            .map(table -> table == null ? Hash.ZERO : table.mapPart())
            .toArray(Hash[]::new);
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

    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] slots = new byte[16 * SLOT_BYTES];

    /// How many slots there are: a power of two.
    private int capacity = 16;

    private int used;

    /// The slot of this key, or the free one where it would be.
    int find(byte[] keys, int at) {
      // The first byte is the same in the whole table.
      int slot = (int) ((long) LONG.get(keys, at) >>> 16) & (capacity - 1);
      while (count(slot) != 0 && !holds(slot, keys, at)) {
        slot = (slot + 1) & (capacity - 1);
      }
      return slot;
    }

    int insert(byte[] keys, int at, int free) {
      int slot = free;
      if (3L * (used + 1) > 2L * capacity) {
        grow();
        slot = find(keys, at);
      }
      System.arraycopy(keys, at, slots, slot * SLOT_BYTES, Hash.LENGTH_BYTES);
      used++;
      return slot;
    }

    long count(int slot) {
      return (long) LONG.get(slots, slot * SLOT_BYTES + COUNT);
    }

    void set(int slot, long count) {
      LONG.set(slots, slot * SLOT_BYTES + COUNT, count);
    }

    int streamHashAt(int slot) {
      return slot * SLOT_BYTES + STREAM_HASH;
    }

    /// The hash of the part of the map that this table is.
    Hash mapPart() {
      var record = new RecordHash();
      int[] order = new int[used];
      int next = 0;
      for (int slot = 0; slot < capacity; slot++) {
        if (count(slot) != 0) {
          order[next++] = slot;
        }
      }
      return part(order, 0, used, TABLE_BITS, record);
    }

    /// @param order the slots; those of this part are brought into the order of their keys
    private Hash part(int[] order, int from, int to, int depth, RecordHash record) {
      if (from == to) {
        return Hash.ZERO;
      }
      if (to - from == 1 && depth >= KeyedMap.MIN_LEAF_DEPTH) {
        int slot = order[from];
        Hash key = Hash.at(slots, slot * SLOT_BYTES);
        return record.entry(key, count(slot) - 1, Hash.at(slots, streamHashAt(slot)));
      }
      int middle = from;
      for (int i = from; i < to; i++) {
        int slot = order[i];
        if (!bit(slot, depth)) {
          order[i] = order[middle];
          order[middle++] = slot;
        }
      }
      return KeyedMap.fork(
          part(order, from, middle, depth + 1, record), part(order, middle, to, depth + 1, record));
    }

    private boolean bit(int slot, int depth) {
      return (slots[slot * SLOT_BYTES + (depth >>> 3)] & (0x80 >>> (depth & 7))) != 0;
    }

    private boolean holds(int slot, byte[] keys, int from) {
      int at = slot * SLOT_BYTES;
      int to = from + Hash.LENGTH_BYTES;
      return Arrays.equals(slots, at, at + Hash.LENGTH_BYTES, keys, from, to);
    }

    private void grow() {
      byte[] old = slots;
      capacity = Math.multiplyExact(capacity, 2);
      slots = new byte[Math.multiplyExact(capacity, SLOT_BYTES)];
      for (int at = 0; at < old.length; at += SLOT_BYTES) {
        if ((long) LONG.get(old, at + COUNT) != 0) {
          System.arraycopy(old, at, slots, find(old, at) * SLOT_BYTES, SLOT_BYTES);
        }
      }
    }
  }
}
