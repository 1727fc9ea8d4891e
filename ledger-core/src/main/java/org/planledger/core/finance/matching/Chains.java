package org.planledger.core.finance.matching;

import java.util.Arrays;

/// All things that have the same text, one behind the other in the order in which they are handed
/// over. A number for each thing and one for some texts is all that it takes: the place of a text
/// is searched among those of its neighbours.
final class Chains {

  /// No chains at all.
  static final Chains NONE = new Chains(0, new int[0], new int[0]);

  private static final int END = -1;
  private static final int NEIGHBOURS_BITS = 4;

  private final int[] textOf;
  private final int[] things;

  /// Where the things of so many neighbouring texts begin.
  private final int[] begins;

  /// @param texts how many texts there are
  /// @param order the things, in the order of each chain
  /// @param textOf the text of each thing, or [Texts#NONE]; it must not change any more
  Chains(int texts, int[] order, int[] textOf) {
    this.textOf = textOf;
    int[] places = new int[texts + 1];
    for (int thing : order) {
      if (textOf[thing] >= 0) {
        places[textOf[thing] + 1]++;
      }
    }
    for (int text = 0; text < texts; text++) {
      places[text + 1] += places[text];
    }
    things = new int[places[texts]];
    begins = new int[(texts >> NEIGHBOURS_BITS) + 2];
    Arrays.fill(begins, things.length);
    for (int text = 0; text < texts; text += 1 << NEIGHBOURS_BITS) {
      begins[text >> NEIGHBOURS_BITS] = places[text];
    }
    for (int thing : order) {
      if (textOf[thing] >= 0) {
        things[places[textOf[thing]]++] = thing;
      }
    }
  }

  /// The place of the first thing of a text, below zero if there is none.
  int first(int text) {
    int block = text >> NEIGHBOURS_BITS;
    if (text < 0 || block + 1 >= begins.length) {
      return END;
    }
    int low = begins[block];
    int end = begins[block + 1];
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (textOf[things[middle]] < text) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < end && textOf[things[low]] == text ? low : END;
  }

  /// The place behind one, below zero at the end of the text.
  int next(int place) {
    return place + 1 < things.length && textOf[things[place + 1]] == textOf[things[place]]
        ? place + 1
        : END;
  }

  /// The thing at a place.
  int at(int place) {
    return things[place];
  }

  /// Whether something has the text, and not so much that it says little about any of it.
  boolean tellsApart(int text) {
    int first = first(text);
    int tooMany = first + FeeBook.FEES_OF_ONE_AT_MOST;
    return first >= 0 && (tooMany >= things.length || textOf[things[tooMany]] != text);
  }
}
