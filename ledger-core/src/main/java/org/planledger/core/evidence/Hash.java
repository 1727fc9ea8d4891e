package org.planledger.core.evidence;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An immutable SHA-256 digest. Hashes are ordered as unsigned big-endian numbers.
public final class Hash implements Comparable<Hash> {

  /// How many bytes a hash has.
  public static final int BYTES = 32;

  /// 32 zero bytes, which stand for an empty part of the map of streams and for what comes before
  /// the first event of a stream.
  public static final Hash ZERO = new Hash(new byte[BYTES]);

  private final byte[] content;

  private Hash(byte[] content) {
    this.content = content;
  }

  /// Takes the array over without copying it: the caller must not write to it afterwards.
  ///
  /// @throws IllegalArgumentException if it does not have 32 bytes
  public static Hash of(byte[] content) {
    if (content.length != BYTES) {
      throw new IllegalArgumentException("A hash has 32 bytes and not " + content.length);
    }
    return new Hash(content);
  }

  /// The hash at a place in a row of hashes.
  public static Hash at(byte[] hashes, int index) {
    return new Hash(Arrays.copyOfRange(hashes, index * BYTES, (index + 1) * BYTES));
  }

  /// Reads standard base64.
  ///
  /// @throws IllegalArgumentException if it is not the form of 32 bytes
  static Hash ofBase64(String text) {
    return of(Base64.getDecoder().decode(text));
  }

  /// A copy, free to be changed.
  public byte[] toArray() {
    return content.clone();
  }

  /// Standard base64, with padding.
  public String toBase64() {
    return Base64.getEncoder().encodeToString(content);
  }

  /// The array itself, for hashing.
  byte[] content() {
    return content;
  }

  /// Writes it to its place in a row of hashes.
  void copyTo(byte[] hashes, int index) {
    System.arraycopy(content, 0, hashes, index * BYTES, BYTES);
  }

  /// A bit, counted from the most significant one.
  boolean bit(int depth) {
    return ((content[depth >> 3] >> (7 - (depth & 7))) & 1) == 1;
  }

  @Override
  public int compareTo(Hash other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// 64 lower-case hexadecimal digits.
  @Override
  public String toString() {
    return HexFormat.of().formatHex(content);
  }
}
