package org.planledger.api.finance.books;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.planledger.core.json.StoredType;
import org.planledger.core.store.Bytes;

/// Chains the entries of the books, and what they refused: SHA-256 over the byte 3, the hash of the
/// entry before (32 zero bytes before the first), and the fields, each with four bytes of length
/// before it.
final class BookHash {

  /// Stands before the first entry.
  static final Bytes BEFORE_FIRST = Bytes.of(new byte[32]);

  private static final byte ENTRY = 3;
  private static final byte REFUSAL = 4;

  private BookHash() {}

  /// The hash of an entry with these fields.
  static Bytes of(
      Bytes previous,
      long number,
      StoredType type,
      String client,
      String key,
      Bytes fingerprint,
      String actor,
      Instant recordedAt,
      byte[] content) {
    MessageDigest digest = sha256();
    digest.update(ENTRY);
    digest.update(previous.toArray());
    field(digest, eightBytes(number));
    field(digest, utf8(type.name()));
    field(digest, utf8(type.revision()));
    field(digest, utf8(client));
    field(digest, utf8(key));
    field(digest, fingerprint.toArray());
    field(digest, utf8(actor));
    field(digest, eightBytes(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt)));
    field(digest, content);
    return Bytes.of(digest.digest());
  }

  /// The hash of a refusal: the same over the byte 4, with the grounds as the last field.
  static Bytes of(Bytes previous, BookRefusal refusal) {
    var wish = refusal.wish();
    MessageDigest digest = sha256();
    digest.update(REFUSAL);
    digest.update(previous.toArray());
    field(digest, eightBytes(refusal.number()));
    field(digest, utf8(refusal.type().name()));
    field(digest, utf8(refusal.type().revision()));
    field(digest, utf8(wish.caller().client()));
    field(digest, utf8(wish.key()));
    field(digest, wish.fingerprint().toArray());
    field(digest, utf8(wish.caller().actor()));
    field(digest, eightBytes(ChronoUnit.MICROS.between(Instant.EPOCH, refusal.recordedAt())));
    field(digest, refusal.command().toArray());
    field(digest, refusal.grounds().toArray());
    return Bytes.of(digest.digest());
  }

  private static void field(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
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
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
