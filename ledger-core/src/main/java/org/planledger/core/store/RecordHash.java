package org.planledger.core.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The hashes stored with each event. They cover the stored bytes and not the position, which
/// nobody knows before the commit; a log over the leaves gives the position its proof.
///
/// The *record* of an event is the sequence of its fields, each as four bytes of length (big
/// endian) and then the bytes themselves: the record's version (one byte, 1), stream id,
/// sequence, type, revision, event id, time of recording, payload, metadata. Texts are UTF-8,
/// the sequence and the time are eight bytes big endian, the time in microseconds since the
/// epoch.
///
/// *Leaf* = SHA-256(0x00, record), as in RFC 9162. *Stream hash* = SHA-256(0x02, stream hash of
/// the stream's previous event, leaf), where 32 zero bytes stand before the first.
final class RecordHash {

  /// Stands before the first event of every stream: 32 zero bytes.
  static final Bytes BEFORE_FIRST = Bytes.of(new byte[32]);

  private static final byte[] VERSION = {1};
  private static final byte LEAF = 0;
  private static final byte LINK = 2;

  private RecordHash() {}

  /// The leaf hash of an event with these fields.
  public static Bytes leaf(
      String streamId,
      long sequence,
      String type,
      String revision,
      String eventId,
      Instant recordedAt,
      Bytes payload,
      Bytes metadata) {
    byte[][] fields = {
      VERSION,
      utf8(streamId),
      eightBytes(sequence),
      utf8(type),
      utf8(revision),
      utf8(eventId),
      eightBytes(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)),
      payload.content(),
      metadata.content()
    };
    return Bytes.of(sha256().digest(record(fields)));
  }

  /// In one piece, because to hash is cheap and to begin is not.
  private static byte[] record(byte[][] fields) {
    int length = 1;
    for (byte[] field : fields) {
      length += Integer.BYTES + field.length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length).put(LEAF);
    for (byte[] field : fields) {
      bytes.putInt(field.length).put(field);
    }
    return bytes.array();
  }

  /// The stream hash of an event, from that of the event before it and its own leaf.
  public static Bytes link(Bytes previousStreamHash, Bytes leaf) {
    MessageDigest digest = sha256();
    digest.update(LINK);
    digest.update(previousStreamHash.content());
    digest.update(leaf.content());
    return Bytes.of(digest.digest());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] eightBytes(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
