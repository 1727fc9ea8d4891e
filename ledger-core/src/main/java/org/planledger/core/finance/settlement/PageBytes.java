package org.planledger.core.finance.settlement;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.zip.Deflater;

/// Bytes that grow.
final class PageBytes {

  private byte[] bytes = new byte[1 << 12];
  private int size;

  /// A number that is not below zero, seven bits a byte.
  void number(long number) {
    room(10);
    long left = number;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  /// A number of either sign; small ones are short.
  void signed(long number) {
    number((number << 1) ^ (number >> 63));
  }

  void key(LineKey key) {
    add(key.bytes());
  }

  /// Three capital letters.
  void currency(Currency currency) {
    String code = currency.getCurrencyCode();
    room(3);
    for (int i = 0; i < 3; i++) {
      bytes[size++] = (byte) code.charAt(i);
    }
  }

  /// A text or none: an empty one is not the same as none.
  void text(Optional<String> text) {
    if (text.isEmpty()) {
      number(0);
    } else {
      byte[] encoded = text.get().getBytes(StandardCharsets.UTF_8);
      number(encoded.length + 1L);
      add(encoded);
    }
  }

  void deflated(Deflater deflater) {
    while (!deflater.finished()) {
      room(1 << 12);
      size += deflater.deflate(bytes, size, bytes.length - size);
    }
  }

  private void add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }
}
