package org.planledger.core.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Immutable bytes that are equal by content, so that rows which carry them compare by value.
public final class Bytes {

  /// No bytes at all.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /// Takes the array over without copying it: the caller must not write to it afterwards.
  public static Bytes of(byte[] content) {
    return content.length == 0 ? EMPTY : new Bytes(content);
  }

  /// The UTF-8 form of a text.
  public static Bytes utf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// How many bytes there are.
  public int length() {
    return content.length;
  }

  /// A copy, free to be changed.
  public byte[] toArray() {
    return content.clone();
  }

  /// The bytes read as UTF-8; malformed input becomes the replacement character.
  public String toUtf8() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /// Two lower-case digits a byte.
  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  /// The array itself, for hashing and for the driver, which only read it.
  byte[] content() {
    return content;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /// Only the length: payloads and salts have no place in a log.
  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
