package org.planledger.verify.proof;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 from array to array, for one thread at a time. Where a million short texts are hashed,
/// to begin a digest and to make an object of every hash costs as much as the hashing.
final class Sha256 {

  private final MessageDigest digest = newDigest();

  /// Hashes these bytes and writes the hash where it is to be, which may be among them.
  void hash(byte[] text, int from, int length, byte[] target, int offset) {
    digest.update(text, from, length);
    try {
      digest.digest(target, offset, Hash.LENGTH_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("A SHA-256 hash has 32 bytes", e);
    }
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
