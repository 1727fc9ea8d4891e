package org.planledger.core.finance.settlement;

/// Counts how often each text has come, by the first bytes of its hash: twelve bytes for each slot,
/// where a map of objects would need a hundred.
final class Occurrences {

  private static final int SMALLEST = 1 << 10;

  private long[] texts = new long[SMALLEST];
  private int[] counts = new int[SMALLEST];
  private int size;

  /// How often this text has come now, from 1.
  int next(LineKey text) {
    if (size * 2 >= texts.length) {
      grow();
    }
    int slot = slot(texts, counts, text.a());
    if (counts[slot] == 0) {
      texts[slot] = text.a();
      size++;
    }
    return ++counts[slot];
  }

  private void grow() {
    long[] newTexts = new long[texts.length * 2];
    int[] newCounts = new int[newTexts.length];
    for (int i = 0; i < texts.length; i++) {
      if (counts[i] > 0) {
        int slot = slot(newTexts, newCounts, texts[i]);
        newTexts[slot] = texts[i];
        newCounts[slot] = counts[i];
      }
    }
    texts = newTexts;
    counts = newCounts;
  }

  private static int slot(long[] texts, int[] counts, long text) {
    int mask = texts.length - 1;
    int slot = (int) text & mask;
    while (counts[slot] > 0 && texts[slot] != text) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
