package org.planledger.verify.proof;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/// A SHA-256 hash: 32 bytes that never change.
public final class Hash {

  /// How long a hash is, in bytes.
  public static final int LENGTH_BYTES = 32;

  /// 32 zero bytes: what stands before the first event of a stream, and for an empty part of the
  /// map. Nobody knows anything that hashes to it.
  public static final Hash ZERO = new Hash(new byte[LENGTH_BYTES]);

  /// To begin a digest costs as much as to hash these short texts.
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(Sha256::newDigest);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A hash of these bytes.
  ///
  /// @throws IllegalArgumentException unless there are 32 bytes
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH_BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes");
    }
    return new Hash(bytes.clone());
  }

  /// What a digest has come to.
  static Hash of(MessageDigest digest) {
    return new Hash(digest.digest());
  }

  /// SHA-256 of these parts, one after the other.
  public static Hash sha256(byte[]... parts) {
    MessageDigest digest = DIGEST.get();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return of(digest);
  }

  /// SHA-256 of one byte, which says what kind of thing is hashed, and of two hashes.
  static Hash ofPair(byte prefix, Hash left, Hash right) {
    MessageDigest digest = DIGEST.get();
    digest.update(prefix);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return of(digest);
  }

  /// The hash that stands at an offset of a longer array.
  public static Hash at(byte[] bytes, int offset) {
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH_BYTES));
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  /// Writes the hash into an array.
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, LENGTH_BYTES);
  }

  /// One of its 256 bits, the most significant of the first byte being bit 0.
  boolean bit(int index) {
    return (bytes[index >>> 3] & (0x80 >>> (index & 7))) != 0;
  }

  /// How many bits it has in common with another, from the first on.
  int commonBits(Hash other) {
    int index = Arrays.mismatch(bytes, other.bytes);
    if (index < 0) {
      return LENGTH_BYTES * Byte.SIZE;
    }
    int difference = (bytes[index] ^ other.bytes[index]) & 0xff;
    return index * Byte.SIZE + Integer.numberOfLeadingZeros(difference) - 24;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// In base64, as it stands in checkpoints and proofs.
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
