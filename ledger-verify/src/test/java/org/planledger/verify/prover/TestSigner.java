package org.planledger.verify.prover;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Signs notes as a ledger does.
public final class TestSigner {

  private final String name;
  private final PrivateKey key;
  private final byte[] typed;

  /// A new key of this name.
  public TestSigner(String name) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new SecureRandom());
      KeyPair pair = generator.generateKeyPair();
      this.name = name;
      this.key = pair.getPrivate();
      this.typed = typed((EdECPublicKey) pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// The key of this name with a private key of 32 bytes (RFC 8032).
  public TestSigner(String name, byte[] seed, byte[] publicKey) {
    try {
      byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
      byte[] encoded = Arrays.copyOf(prefix, prefix.length + 32);
      System.arraycopy(seed, 0, encoded, prefix.length, 32);
      this.name = name;
      this.key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
      this.typed = Arrays.copyOf(new byte[] {1}, 33);
      System.arraycopy(publicKey, 0, typed, 1, 32);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// The key as a verifier takes it.
  public String verifierKey() {
    return name + "+" + HexFormat.of().formatHex(id()) + "+" + Sha.base64(typed);
  }

  /// The text with its signature under it.
  public String sign(String text) {
    return text + "\n" + signature(text);
  }

  /// The line of a signature.
  public String signature(String text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(Sha.utf8(text));
      byte[] signature = signer.sign();
      byte[] line = Arrays.copyOf(id(), 4 + signature.length);
      System.arraycopy(signature, 0, line, 4, signature.length);
      return "\u2014 " + name + " " + Sha.base64(line) + "\n";
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] id() {
    return Arrays.copyOf(Sha.sha256(Sha.utf8(name + "\n"), typed), 4);
  }

  private static byte[] typed(EdECPublicKey key) {
    byte[] typed = new byte[33];
    typed[0] = 1;
    BigInteger y = key.getPoint().getY();
    for (int i = 0; i < 32; i++) {
      typed[1 + i] = y.shiftRight(8 * i).byteValue();
    }
    if (key.getPoint().isXOdd()) {
      typed[32] |= (byte) 0x80;
    }
    return typed;
  }
}
