package org.planledger.core.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import org.planledger.core.reference.Commitment;
import org.planledger.core.store.Bytes;
import org.planledger.core.store.UnitRow.PrivateValue;
import org.planledger.core.store.UuidV7IdentifierFactory;

/// Splits a private value in two: a commitment, which stands in the history for ever, and a row
/// that can be erased. The salt is as secret as the value, for without it a short value could be
/// guessed from its hash.
public final class Commitments {

  /// How long a salt is, in bytes.
  static final int SALT_LENGTH_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final UuidV7IdentifierFactory references = new UuidV7IdentifierFactory();

  /// A private value in its two halves.
  ///
  /// @param commitment what the command and the event hold
  /// @param row what is kept beside them until it is erased
  public record Committed(Commitment commitment, PrivateValue row) {}

  /// Commits to a value.
  ///
  /// @param subject whose value it is, by which it can be erased
  /// @param kind which field it is, such as `holder.email`
  public Committed commit(String subject, String kind, String value) {
    var salt = new byte[SALT_LENGTH_BYTES];
    random.nextBytes(salt);
    var reference = UUID.fromString(references.generateIdentifier());
    var bytes = value.getBytes(UTF_8);
    return new Committed(
        new Commitment(reference, hash(salt, bytes)),
        new PrivateValue(reference.toString(), subject, kind, Bytes.of(salt), Bytes.of(bytes)));
  }

  /// Whether salt and value are what the commitment was made to.
  public static boolean matches(Commitment commitment, Bytes salt, Bytes value) {
    return commitment.sha256().equals(hash(salt.toArray(), value.toArray()));
  }

  private static String hash(byte[] salt, byte[] value) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return HexFormat.of().formatHex(digest.digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
