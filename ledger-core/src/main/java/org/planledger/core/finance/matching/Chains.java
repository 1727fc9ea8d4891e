package org.planledger.core.finance.matching;

import java.util.Arrays;

/// All things that have the same text, as a chain in the order in which they are handed over.
final class Chains {

  /// No chains at all.
  static final Chains NONE = new Chains(0, new int[0], new int[0]);

  private static final int END = -1;

  private final int[] heads;
  private final int[] next;

  /// @param texts how many texts there are
  /// @param order the things, in the order of each chain
  /// @param textOf the text of each thing, or [Texts#NONE]
  Chains(int texts, int[] order, int[] textOf) {
    heads = new int[texts];
    next = new int[textOf.length];
    Arrays.fill(heads, END);
    for (int i = order.length - 1; i >= 0; i--) {
      int text = textOf[order[i]];
      if (text >= 0) {
        next[order[i]] = heads[text];
        heads[text] = order[i];
      }
    }
  }

  /// The first thing of a text, below zero if there is none.
  int first(int text) {
    return text >= 0 && text < heads.length ? heads[text] : END;
  }

  /// The one behind, below zero at the end.
  int next(int thing) {
    return next[thing];
  }

  boolean has(int text) {
    return first(text) >= 0;
  }

  /// Whether there are so many that it says little about any of them.
  boolean isCommon(int text) {
    int count = 0;
    for (int thing = first(text); thing >= 0; thing = next[thing]) {
      if (++count > FeeBook.FEES_OF_ONE_AT_MOST) {
        return true;
      }
    }
    return false;
  }
}
