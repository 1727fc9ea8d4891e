package org.planledger.verify.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.planledger.verify.input.Base64Text;
import org.planledger.verify.proof.Hash;

/// A key that signatures are verified with, as in `<name>+<key id>+<base64>` (C2SP signed-note).
///
/// @param name whose key it is
/// @param id its id, eight hexadecimal digits
record VerifierKey(String name, String id, PublicKey key) {

  private static final byte ED25519 = 1;
  private static final int KEY_LENGTH_BYTES = 32;

  /// What stands before an Ed25519 key in the form that the JDK reads (RFC 8410).
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /// Reads a key; nothing if the text is none, or is one of another kind than Ed25519.
  static Optional<VerifierKey> parse(String text) {
    int first = text.indexOf('+');
    int second = text.indexOf('+', first + 1);
    if (first <= 0 || second < 0) {
      return Optional.empty();
    }
    String name = text.substring(0, first);
    String id = text.substring(first + 1, second);
    byte[] letters = text.substring(second + 1).getBytes(UTF_8);
    byte[] typed = Base64Text.decode(letters, 0, letters.length);
    if (typed == null || typed.length != 1 + KEY_LENGTH_BYTES || typed[0] != ED25519) {
      return Optional.empty();
    }
    if (!SignedNote.isName(name) || !id.equals(id(name, typed))) {
      return Optional.empty();
    }
    return publicKey(typed).map(key -> new VerifierKey(name, id, key));
  }

  /// Whether this key made the signature of the text (RFC 8032).
  boolean verifies(byte[] text, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // A signature that is no point of the curve, or too short to be one.
      return false;
    }
  }

  /// The first four bytes of SHA-256(name, line feed, 0x01, key).
  private static String id(String name, byte[] typed) {
    byte[] hash = Hash.sha256((name + "\n").getBytes(UTF_8), typed).toArray();
    return HexFormat.of().formatHex(hash, 0, Integer.BYTES);
  }

  private static Optional<PublicKey> publicKey(byte[] typed) {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH_BYTES);
    System.arraycopy(typed, 1, encoded, X509_PREFIX.length, KEY_LENGTH_BYTES);
    try {
      var factory = KeyFactory.getInstance("Ed25519");
      return Optional.of(factory.generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
