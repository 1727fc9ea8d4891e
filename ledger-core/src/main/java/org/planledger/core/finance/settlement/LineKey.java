package org.planledger.core.finance.settlement;

import java.util.HexFormat;

/// What a line is known by, whichever file it stands in: SHA-256, as four longs. Keys are ordered
/// by their bytes.
///
/// @param a the first eight bytes
/// @param b the second
/// @param c the third
/// @param d the last
public record LineKey(long a, long b, long c, long d) implements Comparable<LineKey> {

  /// How many bytes a key has.
  public static final int BYTES = 32;

  /// The key of these bytes.
  ///
  /// @throws IllegalArgumentException if they are not 32
  public static LineKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a line key has 32 bytes, not " + bytes.length);
    }
    return at(bytes, 0);
  }

  /// The key that is written so.
  ///
  /// @throws IllegalArgumentException if these are not 64 hexadecimal digits
  public static LineKey ofHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  static LineKey at(byte[] bytes, int offset) {
    return new LineKey(
        word(bytes, offset),
        word(bytes, offset + 8),
        word(bytes, offset + 16),
        word(bytes, offset + 24));
  }

  private static long word(byte[] bytes, int offset) {
    long word = 0;
    for (int i = 0; i < 8; i++) {
      word = (word << 8) | (bytes[offset + i] & 0xff);
    }
    return word;
  }

  /// The 32 bytes.
  public byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    put(bytes, 0, a);
    put(bytes, 8, b);
    put(bytes, 16, c);
    put(bytes, 24, d);
    return bytes;
  }

  private static void put(byte[] bytes, int offset, long word) {
    for (int i = 0; i < 8; i++) {
      bytes[offset + i] = (byte) (word >>> (56 - 8 * i));
    }
  }

  /// 64 hexadecimal digits, in small letters.
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  @Override
  public int compareTo(LineKey other) {
    int first = Long.compareUnsigned(a, other.a);
    if (first != 0) {
      return first;
    }
    int second = Long.compareUnsigned(b, other.b);
    if (second != 0) {
      return second;
    }
    int third = Long.compareUnsigned(c, other.c);
    return third != 0 ? third : Long.compareUnsigned(d, other.d);
  }

  @Override
  public int hashCode() {
    // The bytes of a hash are as good as any mixture of them.
    return Long.hashCode(a);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineKey key && a == key.a && b == key.b && c == key.c && d == key.d;
  }

  @Override
  public String toString() {
    return hex();
  }
}
