package org.planledger.core.finance.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Texts by number, each once. UUIDs take 16 bytes; four million texts lie in some 140 MB, where as
/// many strings would need four times that. Numbers are given as texts come: they say which texts
/// are the same and nothing else.
final class Texts {

  /// No text.
  static final int NONE = -1;

  private static final int CHUNK_BITS = 20;
  private static final int CHUNK_BYTES = 1 << CHUNK_BITS;
  private static final int MOST_CHUNKS = 1 << (Integer.SIZE - CHUNK_BITS);
  private static final int LONG = 255;
  private static final byte PLAIN = 0;
  private static final byte UUID = 1;
  private static final int UUID_BYTES = 16;
  private static final int UUID_LETTERS = 36;

  private byte[][] chunks = new byte[1][];
  private int chunk = -1;
  private int place = CHUNK_BYTES;

  /// Where each text stands: the number of its chunk and the place in it, without a sign.
  private int[] places = new int[1 << 10];

  /// Some of the hash of each text, so that hardly ever another one is looked at.
  private byte[] marks = new byte[1 << 10];

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
      marks = Arrays.copyOf(marks, Growth.of(size));
    }
    marks[size] = mark(hash);
    places[size] = store();
    slots[slot] = ++size;
    if (size > slots.length / 3 * 2) {
      grow();
    }
    return size - 1;
  }

  /// The text of a number.
  String text(int number) {
    byte[] bytes = chunk(number);
    int at = begin(number);
    int count = length(bytes, at) - 1;
    int from = at + headBytes(count + 1) + 1;
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
    return hash(encoded, 0, length);
  }

  private static int hash(byte[] bytes, int from, int count) {
    long hash = count;
    for (int i = from; i < from + count; i++) {
      hash = (hash ^ bytes[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ (hash >>> 32));
  }

  /// Slots go by the last bits of the hash.
  private static byte mark(int hash) {
    return (byte) (hash >>> 24);
  }

  private byte[] chunk(int number) {
    return chunks[places[number] >>> CHUNK_BITS];
  }

  private int begin(int number) {
    return places[number] & (CHUNK_BYTES - 1);
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
    if (marks[number] != mark(hash)) {
      return false;
    }
    byte[] bytes = chunk(number);
    int at = begin(number);
    int from = at + headBytes(length);
    return length(bytes, at) == length
        && Arrays.equals(bytes, from, from + length, encoded, 0, length);
  }

  /// A length takes a byte, or five if it is large.
  private static int headBytes(int length) {
    return length < LONG ? 1 : 1 + Integer.BYTES;
  }

  private static int length(byte[] bytes, int at) {
    int small = bytes[at] & 255;
    return small < LONG
        ? small
        : ((bytes[at + 1] & 255) << 24)
            | ((bytes[at + 2] & 255) << 16)
            | ((bytes[at + 3] & 255) << 8)
            | (bytes[at + 4] & 255);
  }

  private int store() {
    int head = headBytes(length);
    int needed = head + length;
    if (CHUNK_BYTES - place < needed) {
      beginChunk(needed);
    }
    byte[] bytes = chunks[chunk];
    int stored = chunk << CHUNK_BITS | place;
    bytes[place] = (byte) Math.min(length, LONG);
    if (head > 1) {
      for (int i = 0; i < Integer.BYTES; i++) {
        bytes[place + 1 + i] = (byte) (length >>> (24 - 8 * i));
      }
    }
    System.arraycopy(encoded, 0, bytes, place + head, length);
    // Behind a text that is longer than a chunk nothing else fits, which the next one finds out.
    place = Math.min(CHUNK_BYTES, place + needed);
    return stored;
  }

  private void beginChunk(int needed) {
    chunk++;
    if (chunk == MOST_CHUNKS) {
      throw new IllegalStateException("a run holds no more than four gigabytes of texts");
    }
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunk * 2);
    }
    chunks[chunk] = new byte[Math.max(CHUNK_BYTES, needed)];
    place = 0;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    int mask = slots.length - 1;
    for (int number = 0; number < size; number++) {
      byte[] bytes = chunk(number);
      int at = begin(number);
      int count = length(bytes, at);
      int slot = hash(bytes, at + headBytes(count), count) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = number + 1;
    }
  }
}
