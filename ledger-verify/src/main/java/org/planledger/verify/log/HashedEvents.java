package org.planledger.verify.log;

import java.util.Arrays;
import org.planledger.verify.input.Utf8;
import org.planledger.verify.proof.Hash;
import org.planledger.verify.proof.RecordHash;

/// What is left of the events of some lines once they are hashed, in columns: a million objects of
/// each kind would take longer to make and to clear away than to hash.
final class HashedEvents {

  private static final int KEY_AND_LEAF_BYTES = 2 * Hash.LENGTH_BYTES;
  private static final int SOME = 1024;

  private long[] positions = new long[SOME];
  private long[] sequences = new long[SOME];
  private byte[] hashes = new byte[SOME * KEY_AND_LEAF_BYTES];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /// Adds an event.
  ///
  /// @param record all that is hashed of it
  void add(long position, long sequence, Utf8 streamId, RecordHash record) {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, 2 * size);
      sequences = Arrays.copyOf(sequences, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size * KEY_AND_LEAF_BYTES);
    }
    positions[size] = position;
    sequences[size] = sequence;
    record.leafTo(hashes, leaf(size));
    record.keyTo(streamId.bytes(), streamId.from(), streamId.to(), hashes, key(size));
    size++;
  }

  long position(int index) {
    return positions[index];
  }

  long sequence(int index) {
    return sequences[index];
  }

  /// Keys and leaves, to be read only.
  byte[] hashes() {
    return hashes;
  }

  /// Where among the hashes the key of the event's stream begins.
  int key(int index) {
    return index * KEY_AND_LEAF_BYTES;
  }

  /// Where among the hashes the leaf of the event begins.
  int leaf(int index) {
    return index * KEY_AND_LEAF_BYTES + Hash.LENGTH_BYTES;
  }
}
