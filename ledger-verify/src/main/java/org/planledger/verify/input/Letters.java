package org.planledger.verify.input;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks for letters of ASCII among bytes, eight at a time.
public final class Letters {

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private Letters() {}

  /// Where this letter comes first, or the end.
  public static int indexOf(char letter, byte[] bytes, int from, int to) {
    long wanted = ONES * letter;
    int i = from;
    for (; i + 2 * Long.BYTES <= to; i += 2 * Long.BYTES) {
      long one = (long) EIGHT_BYTES.get(bytes, i) ^ wanted;
      long other = (long) EIGHT_BYTES.get(bytes, i + Long.BYTES) ^ wanted;
      if (((((one - ONES) & ~one) | ((other - ONES) & ~other)) & HIGH) != 0) {
        break;
      }
    }
    while (i < to && bytes[i] != letter) {
      i++;
    }
    return i;
  }

  /// The first place that holds anything but a plain letter: a quote, a backslash, a control
  /// character, a letter of more bytes, or the end.
  static int plainEnd(byte[] bytes, int from, int to) {
    int i = from;
    // In each byte, the highest bit of `special` is set if it is none of them.
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(bytes, i);
      long quote = eight ^ (ONES * '"');
      long backslash = eight ^ (ONES * '\\');
      long special =
          ((quote - ONES) & ~quote)
              | ((backslash - ONES) & ~backslash)
              | (eight - ONES * ' ')
              | eight;
      if ((special & HIGH) != 0) {
        break;
      }
    }
    while (i < to && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }
}
