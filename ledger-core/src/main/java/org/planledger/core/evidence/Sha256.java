package org.planledger.core.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 over parts laid end to end. A first byte of its own for each use keeps a hash of one
/// kind from ever being taken for one of another.
final class Sha256 {

  /// Before a record: RFC 9162, section 2.1.1.
  static final byte LEAF = 0;

  /// Before two nodes of a tree over a log: RFC 9162, section 2.1.1.
  static final byte NODE = 1;

  /// Before an entry of the map of streams. (2 stands before a link of a stream's own chain.)
  static final byte MAP_ENTRY = 3;

  /// Before two nodes of the map of streams.
  static final byte MAP_NODE = 4;

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static Hash of(byte prefix, byte[]... parts) {
    MessageDigest digest = digest();
    digest.update(prefix);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return Hash.of(digest.digest());
  }
}
