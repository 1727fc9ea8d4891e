package org.planledger.core.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/// The public half of a key for signed notes (C2SP signed-note): an Ed25519 key with a name.
public final class VerifierKey {

  /// Says in a note's key that the rest is an Ed25519 public key.
  static final byte ED25519 = 1;

  static final int ID_BYTES = 4;

  private static final String ALGORITHM = "Ed25519";

  /// What stands before the 32 bytes of the key in the form that the JDK reads (RFC 8410).
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] publicKey;

  /// @param name without spaces and plus signs
  /// @param publicKey 32 bytes, as RFC 8032 writes them
  /// @throws IllegalArgumentException if either cannot be
  public VerifierKey(String name, byte[] publicKey) {
    if (!isName(name) || publicKey.length != 32) {
      throw new IllegalArgumentException(
          "A key has 32 bytes and a name without spaces and plus signs");
    }
    this.name = name;
    this.publicKey = publicKey.clone();
  }

  /// Whether a key may have this name.
  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  public String name() {
    return name;
  }

  /// A copy, free to be changed.
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /// The first bytes of SHA-256(name, newline, kind, public key), by which signature lines name it.
  byte[] id() {
    MessageDigest digest = Sha256.digest();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    digest.update(publicKey);
    return Arrays.copyOf(digest.digest(), ID_BYTES);
  }

  /// The form in which verifiers take it: name, id and key, joined by plus signs.
  public String text() {
    byte[] key = new byte[1 + publicKey.length];
    key[0] = ED25519;
    System.arraycopy(publicKey, 0, key, 1, publicKey.length);
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(key);
  }

  /// Whether a signature over a text is by this key.
  boolean verifies(String text, byte[] signature) {
    try {
      Signature verifying = Signature.getInstance(ALGORITHM);
      verifying.initVerify(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(joined(X509_PREFIX, publicKey))));
      verifying.update(text.getBytes(StandardCharsets.UTF_8));
      return verifying.verify(signature);
    } catch (GeneralSecurityException e) {
      // No point of the curve, or a signature that is none: not by this key, whatever it is.
      return false;
    }
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, Arrays.hashCode(publicKey));
  }

  @Override
  public String toString() {
    return text();
  }
}
