package org.planledger.core.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// A key that signs notes, made from its 32 secret bytes (the private key of RFC 8032).
public final class SigningKey {

  private static final String ALGORITHM = "Ed25519";

  /// What stands before the secret bytes in the form that the JDK reads (RFC 8410).
  private static final byte[] PKCS8_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final int SECRET_BYTES = 32;

  private final VerifierKey verifier;
  private final PrivateKey secret;

  private SigningKey(VerifierKey verifier, PrivateKey secret) {
    this.verifier = verifier;
    this.secret = secret;
  }

  /// The key of a name.
  ///
  /// @param name as [VerifierKey] takes it
  /// @param seed the 32 secret bytes
  /// @throws IllegalArgumentException if either cannot be
  public static SigningKey of(String name, byte[] seed) {
    if (seed.length != SECRET_BYTES) {
      throw new IllegalArgumentException("A signing key has 32 secret bytes");
    }
    try {
      PrivateKey secret =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(VerifierKey.joined(PKCS8_PREFIX, seed)));
      return new SigningKey(new VerifierKey(name, publicKey(seed)), secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
    }
  }

  /// The JDK derives a public key only where it draws the private one: here it draws the seed.
  private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(255, new Drawn(seed));
    byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /// Draws what it was given.
  private static final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Drawn(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }

  /// The public half.
  public VerifierKey verifier() {
    return verifier;
  }

  NoteSignature sign(String text) {
    try {
      Signature signing = Signature.getInstance(ALGORITHM);
      signing.initSign(secret);
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      return new NoteSignature(verifier.name(), verifier.id(), signing.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key that was made here signs", e);
    }
  }

  /// Secrets are never shown.
  @Override
  public String toString() {
    return "SigningKey " + verifier.name();
  }
}
