package org.planledger.core.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.planledger.core.store.UnitRow.NewRead;

/// The hashes of what is recorded; those of events are stored with them. They cover the stored
/// bytes and not the position, which nobody knows before the commit; a log over the leaves gives
/// the position its proof.
///
/// The *record* of an event is the sequence of its fields, each as four bytes of length (big
/// endian) and then the bytes themselves: the record's version (one byte, 1), stream id,
/// sequence, type, revision, event id, time of recording, payload, metadata. Texts are UTF-8,
/// the sequence and the time are eight bytes big endian, the time in microseconds since the
/// epoch.
///
/// The record of an *attempt* is made the same way of: version 1, client, idempotency key,
/// fingerprint, plan id, case id, command type, command, outcome, decision, plan sequence, actor,
/// trace, business moment, time of recording. Where a field is absent its length is 0xFFFFFFFF and
/// no bytes follow. The record of a *read*: version 1, kind, subject, client, actor, reason,
/// outcome, time.
///
/// *Leaf* = SHA-256(0x00, record), as in RFC 9162. *Stream hash* = SHA-256(0x02, stream hash of
/// the stream's previous event, leaf), where 32 zero bytes stand before the first.
public final class RecordHash {

  /// Stands before the first event of every stream: 32 zero bytes.
  public static final Bytes BEFORE_FIRST = Bytes.of(new byte[32]);

  private static final byte[] VERSION = {1};

  /// Stands for a field that is absent, which is not the same as one that is empty.
  private static final byte[] ABSENT = {};

  /// The length of a field that is absent, which no field has.
  private static final int ABSENT_LENGTH = -1;

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
    return leaf(
        VERSION,
        utf8(streamId),
        eightBytes(sequence),
        utf8(type),
        utf8(revision),
        utf8(eventId),
        micros(recordedAt),
        payload.content(),
        metadata.content());
  }

  /// The leaf hash of an attempt, from its stored bytes.
  public static Bytes leaf(AttemptRow attempt) {
    Long sequence = attempt.planSequence();
    return leaf(
        VERSION,
        utf8(attempt.client()),
        utf8(attempt.idempotencyKey()),
        attempt.fingerprint().content(),
        utf8OrAbsent(attempt.planId()),
        utf8OrAbsent(attempt.caseId()),
        utf8(attempt.commandType()),
        attempt.command().content(),
        utf8(attempt.outcome().name()),
        attempt.decision().content(),
        sequence == null ? ABSENT : eightBytes(sequence),
        utf8(attempt.actor()),
        utf8OrAbsent(attempt.trace()),
        micros(attempt.businessMoment()),
        micros(attempt.recordedAt()));
  }

  /// The leaf hash of a read.
  public static Bytes leaf(NewRead read) {
    return leaf(
        VERSION,
        utf8(read.kind()),
        utf8(read.subject()),
        utf8(read.client()),
        utf8(read.actor()),
        utf8(read.reason()),
        utf8(read.outcome()),
        micros(read.at()));
  }

  /// The stream hash of an event, from that of the event before it and its own leaf.
  public static Bytes link(Bytes previousStreamHash, Bytes leaf) {
    MessageDigest digest = sha256();
    digest.update(LINK);
    digest.update(previousStreamHash.content());
    digest.update(leaf.content());
    return Bytes.of(digest.digest());
  }

  /// In one piece, because to hash is cheap and to begin is not.
  private static Bytes leaf(byte[]... fields) {
    int length = 1;
    for (byte[] field : fields) {
      length += Integer.BYTES + field.length;
    }
    ByteBuffer record = ByteBuffer.allocate(length).put(LEAF);
    for (byte[] field : fields) {
      record.putInt(field == ABSENT ? ABSENT_LENGTH : field.length).put(field);
    }
    return Bytes.of(sha256().digest(record.array()));
  }

  private static byte[] micros(Instant moment) {
    return eightBytes(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
  }

  private static byte[] utf8OrAbsent(@Nullable String text) {
    return text == null ? ABSENT : utf8(text);
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
