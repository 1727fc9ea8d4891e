package org.planledger.verify.input;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Base64 (RFC 4648, section 4) in the one spelling that there is for every sequence of bytes:
/// padded, without line breaks, the unused bits of its last letter zero. Otherwise a letter could
/// be changed and nobody would notice.
public final class Base64Text {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Base64Text() {}

  /// The bytes that these letters stand for, or null if they are no base64.
  public static byte @Nullable [] decode(byte[] letters, int start, int length) {
    if (length % 4 != 0) {
      return null;
    }
    if (length > 0) {
      int end = start + length;
      int padding = letters[end - 1] != '=' ? 0 : letters[end - 2] != '=' ? 1 : 2;
      int unused = padding == 0 ? 0 : padding == 1 ? 3 : 15;
      int last = ALPHABET.indexOf(letters[end - 1 - padding]);
      if (last < 0 || (last & unused) != 0) {
        return null;
      }
    }
    try {
      return Base64.getDecoder().decode(ByteBuffer.wrap(letters, start, length)).array();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
