package org.planledger.core.finance.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts by number, each once. UUIDs take 16 bytes; four million texts lie in some 200 MB, where as
/// many strings would need three times that. Numbers are given as texts come: they say which texts
/// are the same and nothing else.
final class Texts {

  /// No text.
  static final int NONE = -1;

  private static final int CHUNK_BITS = 20;
  private static final int CHUNK_BYTES = 1 << CHUNK_BITS;
  private static final int LENGTH_BYTES = 4;
  private static final byte PLAIN = 0;
  private static final byte UUID = 1;
  private static final int UUID_BYTES = 16;
  private static final int UUID_LETTERS = 36;

  private byte[][] chunks = new byte[1][];
  private int chunk = -1;
  private int place = CHUNK_BYTES;
  private long[] places = new long[1 << 10];
  private int[] hashes = new int[1 << 10];
  private int[] slots = new int[1 << 11];
  private int size;
  private byte[] encoded = new byte[1 << 8];
  private int length;

  int size() {
    return size;
  }

  /// The number of a text, or [#NONE].
  int find(String text) {
    encode(text);
    return slots[slot(hash())] - 1;
  }

  /// The number of a text, a new one if it has none.
  int intern(String text) {
    encode(text);
    int hash = hash();
    int slot = slot(hash);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, Growth.of(size));
      hashes = Arrays.copyOf(hashes, Growth.of(size));
    }
    hashes[size] = hash;
    places[size] = store();
    slots[slot] = ++size;
    if (size > slots.length / 3 * 2) {
      grow();
    }
    return size - 1;
  }

  /// The text of a number.
  String text(int number) {
    byte[] bytes = chunks[(int) (places[number] >>> CHUNK_BITS)];
    int at = (int) places[number] & (CHUNK_BYTES - 1);
    int count = length(bytes, at) - 1;
    int from = at + LENGTH_BYTES + 1;
    if (bytes[from - 1] == PLAIN) {
      return new String(bytes, from, count, StandardCharsets.UTF_8);
    }
    return uuid(bytes, from);
  }

  private static String uuid(byte[] bytes, int from) {
    byte[] letters = new byte[UUID_LETTERS];
    int at = 0;
    for (int i = 0; i < UUID_BYTES; i++) {
      if (i == 4 || i == 6 || i == 8 || i == 10) {
        letters[at++] = '-';
      }
      letters[at++] = (byte) Character.forDigit((bytes[from + i] >> 4) & 15, 16);
      letters[at++] = (byte) Character.forDigit(bytes[from + i] & 15, 16);
    }
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  private void encode(String text) {
    if (Uuids.isCanonical(text)) {
      encoded[0] = UUID;
      int digit = 0;
      for (int i = 0; i < text.length(); i++) {
        int value = Uuids.digit(text.charAt(i));
        if (value >= 0) {
          int at = 1 + digit / 2;
          encoded[at] = (byte) (digit % 2 == 0 ? value << 4 : encoded[at] | value);
          digit++;
        }
      }
      length = 1 + UUID_BYTES;
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    length = 1 + bytes.length;
    if (length > encoded.length) {
      encoded = new byte[length];
    }
    encoded[0] = PLAIN;
    System.arraycopy(bytes, 0, encoded, 1, bytes.length);
  }

  private int hash() {
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ encoded[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ (hash >>> 32));
  }

  /// Where the encoded text stands, or would.
  private int slot(int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0 && !isEncoded(slots[slot] - 1, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isEncoded(int number, int hash) {
    if (hashes[number] != hash) {
      return false;
    }
    byte[] bytes = chunks[(int) (places[number] >>> CHUNK_BITS)];
    int at = (int) places[number] & (CHUNK_BYTES - 1);
    int from = at + LENGTH_BYTES;
    return length(bytes, at) == length
        && Arrays.equals(bytes, from, from + length, encoded, 0, length);
  }

  private static int length(byte[] bytes, int at) {
    return ((bytes[at] & 255) << 24)
        | ((bytes[at + 1] & 255) << 16)
        | ((bytes[at + 2] & 255) << 8)
        | (bytes[at + 3] & 255);
  }

  private long store() {
    int needed = LENGTH_BYTES + length;
    if (CHUNK_BYTES - place < needed) {
      chunk++;
      if (chunk == chunks.length) {
        chunks = Arrays.copyOf(chunks, chunk * 2);
      }
      chunks[chunk] = new byte[Math.max(CHUNK_BYTES, needed)];
      place = 0;
    }
    byte[] bytes = chunks[chunk];
    long stored = ((long) chunk << CHUNK_BITS) | place;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      bytes[place + i] = (byte) (length >>> (24 - 8 * i));
    }
    System.arraycopy(encoded, 0, bytes, place + LENGTH_BYTES, length);
    // Behind a text that is longer than a chunk nothing else fits, which the next one finds out.
    place = Math.min(CHUNK_BYTES, place + needed);
    return stored;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      int slot = hashes[number] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number + 1;
    }
  }
}
