package org.planledger.verify.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Builds a record field by field, each as four bytes of length and its bytes, and hashes it. One
/// of these can be used for many records, by one thread at a time.
public final class RecordHash {

  /// The version of the record, its first field: one byte.
  private static final byte[] VERSION = {1};

  private static final byte LEAF = 0;
  private static final byte LINK = 2;
  private static final byte ENTRY = 3;

  /// The length of a field that is not there, which an empty one is.
  private static final int ABSENT = 0xffffffff;

  private final MessageDigest digest = Hash.newDigest();
  private byte[] record = new byte[4096];
  private int length;

  /// Begins a record with its version.
  public RecordHash begin() {
    record[0] = LEAF;
    length = 1;
    return field(VERSION);
  }

  public RecordHash field(byte[] content) {
    number(content.length);
    room(content.length);
    System.arraycopy(content, 0, record, length, content.length);
    length += content.length;
    return this;
  }

  public RecordHash field(Bytes content) {
    return field(content.content());
  }

  public RecordHash field(String text) {
    return field(text.getBytes(UTF_8));
  }

  public RecordHash field(long value) {
    number(Long.BYTES);
    number((int) (value >>> Integer.SIZE));
    number((int) value);
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
    digest.update(record, 0, length);
    return Hash.of(digest);
  }

  /// SHA-256(0x02, stream hash of the event before, leaf).
  public Hash link(Hash previousStreamHash, Hash leaf) {
    record[0] = LINK;
    previousStreamHash.copyTo(record, 1);
    leaf.copyTo(record, 1 + Hash.LENGTH_BYTES);
    digest.update(record, 0, 1 + 2 * Hash.LENGTH_BYTES);
    return Hash.of(digest);
  }

  /// The leaf of a stream in the map: SHA-256(0x03, key, last sequence, last stream hash).
  public Hash entry(Hash key, long lastSequence, Hash streamHash) {
    record[0] = ENTRY;
    key.copyTo(record, 1);
    length = 1 + Hash.LENGTH_BYTES;
    number((int) (lastSequence >>> Integer.SIZE));
    number((int) lastSequence);
    streamHash.copyTo(record, length);
    digest.update(record, 0, length + Hash.LENGTH_BYTES);
    return Hash.of(digest);
  }

  private RecordHash absent() {
    number(ABSENT);
    return this;
  }

  private void number(int value) {
    room(Integer.BYTES);
    for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
      record[length++] = (byte) (value >>> shift);
    }
  }

  private void room(int bytes) {
    if (record.length - length < bytes) {
      record = Arrays.copyOf(record, Math.max(2 * record.length, length + bytes));
    }
  }
}
