package org.planledger.core.finance.settlement;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;

/// Reads what [PageBytes] wrote; whatever lies beyond the end is an [IndexOutOfBoundsException].
final class PageReader {

  private static final int LONGEST_NUMBER_BITS = 63;

  private final byte[] bytes;
  private int place;
  private Currency last = Currency.getInstance("USD");

  PageReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int place() {
    return place;
  }

  long number() {
    long number = 0;
    for (int shift = 0; shift <= LONGEST_NUMBER_BITS; shift += 7) {
      byte next = bytes[place++];
      number |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number that does not end");
  }

  long signed() {
    long number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  LineKey key() {
    LineKey key = LineKey.at(bytes, place);
    place += LineKey.BYTES;
    return key;
  }

  Currency currency() {
    String code = new String(bytes, place, 3, StandardCharsets.US_ASCII);
    place += 3;
    if (!code.equals(last.getCurrencyCode())) {
      last = Currency.getInstance(code);
    }
    return last;
  }

  Optional<String> text() {
    long length = number() - 1;
    if (length < 0) {
      return Optional.empty();
    }
    if (length > bytes.length - place) {
      throw new IndexOutOfBoundsException("a text that does not end");
    }
    String text = new String(bytes, place, (int) length, StandardCharsets.UTF_8);
    place += (int) length;
    return Optional.of(text);
  }
}
