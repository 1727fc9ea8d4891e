package org.planledger.verify.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Builds a record field by field, each as four bytes of length and its bytes, and hashes it. One
/// of these can be used for many records, by one thread at a time.
public final class RecordHash {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /// The version of the record, its first field: one byte.
  private static final byte[] VERSION = {1};

  private static final byte LEAF = 0;
  private static final byte LINK = 2;
  private static final byte ENTRY = 3;

  /// The length of a field that is not there, which an empty one is.
  private static final int ABSENT = 0xffffffff;

  private final Sha256 sha256 = new Sha256();
  private byte[] record = new byte[4096];
  private int length;

  /// Begins a record with its version.
  public RecordHash begin() {
    record[0] = LEAF;
    length = 1;
    return field(VERSION);
  }

  public RecordHash field(byte[] content) {
    return field(content, 0, content.length);
  }

  /// The bytes from an index on to before another.
  public RecordHash field(byte[] content, int from, int to) {
    int size = to - from;
    room(Integer.BYTES + size);
    number(size);
    System.arraycopy(content, from, record, length, size);
    length += size;
    return this;
  }

  public RecordHash field(Bytes content) {
    return field(content.content());
  }

  public RecordHash field(String text) {
    return field(text.getBytes(UTF_8));
  }

  public RecordHash field(long value) {
    room(Integer.BYTES + Long.BYTES);
    number(Long.BYTES);
    number(value);
    return this;
  }

  /// A field that may be missing.
  public RecordHash optional(@Nullable String text) {
    return text == null ? absent() : field(text);
  }

  /// A field that may be missing.
  public RecordHash optional(@Nullable Long value) {
    return value == null ? absent() : field(value.longValue());
  }

  /// The leaf hash of what was put together: SHA-256(0x00, record).
  public Hash leaf() {
    byte[] leaf = new byte[Hash.LENGTH_BYTES];
    leafTo(leaf, 0);
    return Hash.at(leaf, 0);
  }

  /// The same, into an array.
  public void leafTo(byte[] target, int offset) {
    sha256.hash(record, 0, length, target, offset);
  }

  /// SHA-256(0x02, stream hash of the event before, leaf).
  public Hash link(Hash previousStreamHash, Hash leaf) {
    byte[] link = previousStreamHash.toArray();
    linkTo(link, 0, leaf.toArray(), 0);
    return Hash.at(link, 0);
  }

  /// The same in an array, where the hash that is there is the one of the event before.
  public void linkTo(byte[] streamHash, int at, byte[] leaf, int leafAt) {
    pair(LINK, streamHash, at, leaf, leafAt, streamHash, at);
  }

  /// SHA-256(prefix, left, right).
  void pair(byte prefix, byte[] left, int at, byte[] right, int rightAt, byte[] to, int toAt) {
    record[0] = prefix;
    System.arraycopy(left, at, record, 1, Hash.LENGTH_BYTES);
    System.arraycopy(right, rightAt, record, 1 + Hash.LENGTH_BYTES, Hash.LENGTH_BYTES);
    sha256.hash(record, 0, 1 + 2 * Hash.LENGTH_BYTES, to, toAt);
  }

  /// The leaf of a stream in the map: SHA-256(0x03, key, last sequence, last stream hash).
  public Hash entry(Hash key, long lastSequence, Hash streamHash) {
    record[0] = ENTRY;
    key.copyTo(record, 1);
    length = 1 + Hash.LENGTH_BYTES;
    number(lastSequence);
    streamHash.copyTo(record, length);
    byte[] entry = new byte[Hash.LENGTH_BYTES];
    sha256.hash(record, 0, length + Hash.LENGTH_BYTES, entry, 0);
    return Hash.at(entry, 0);
  }

  /// The key of a stream in the map: SHA-256(stream id), into an array.
  public void keyTo(byte[] streamId, int from, int to, byte[] target, int offset) {
    sha256.hash(streamId, from, to - from, target, offset);
  }

  private RecordHash absent() {
    room(Integer.BYTES);
    number(ABSENT);
    return this;
  }

  private void number(int value) {
    INT.set(record, length, value);
    length += Integer.BYTES;
  }

  private void number(long value) {
    LONG.set(record, length, value);
    length += Long.BYTES;
  }

  private void room(int bytes) {
    if (record.length - length < bytes) {
      record = Arrays.copyOf(record, Math.max(2 * record.length, length + bytes));
    }
  }
}
