package org.planledger.verify.input;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A text of a JSON text where it lies, so that it can be hashed without being copied: the bytes of
/// its UTF-8. They are good until the reader's bytes are overwritten.
///
/// @param from the first byte
/// @param to the first byte after it
// It is handed on at once and never compared as a whole.
@SuppressWarnings("ArrayRecordComponent")
public record Utf8(byte[] bytes, int from, int to) {

  public static final Utf8 EMPTY = new Utf8(new byte[0], 0, 0);

  /// Whether it is this text of ASCII.
  boolean is(String text) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return new String(bytes, from, to - from, UTF_8);
  }
}
