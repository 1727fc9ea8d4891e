package org.planledger.core.finance.matching;

import java.util.Arrays;

/// Finds fees whose id is nearly what somebody typed: at most two wrong digits, or cut off at the
/// end. Of three pieces of an id at least one is untouched by two slips, so fees are looked up by
/// each piece.
final class NearReferences {

  /// With fewer digits left of an id, nobody can say which fee is meant.
  static final int FEWEST_DIGITS = 24;

  private static final int SLIPS_AT_MOST = 2;
  private static final int LOOKED_AT_MOST = 64;
  private static final int[] PIECES = {0, 10, 21, Uuids.DIGITS};
  private static final int END = -1;

  private final FeeBook fees;
  private final int[][] heads;
  private final int[][] next;
  private final int mask;

  NearReferences(FeeBook fees) {
    this.fees = fees;
    int slots = Integer.highestOneBit(Math.max(1, fees.size()));
    mask = slots - 1;
    heads = new int[PIECES.length - 1][slots];
    next = new int[PIECES.length - 1][fees.size()];
    for (int[] row : heads) {
      Arrays.fill(row, END);
    }
    for (int rank = fees.size() - 1; rank >= 0; rank--) {
      int fee = fees.at(rank);
      String id = fees.id(fee);
      if (Uuids.isCanonical(id)) {
        add(fee, id.replace("-", ""));
      }
    }
  }

  private void add(int fee, String digits) {
    for (int piece = 0; piece < heads.length; piece++) {
      int slot = slot(digits, 0, piece);
      next[piece][fee] = heads[piece][slot];
      heads[piece][slot] = fee;
    }
  }

  private int slot(CharSequence digits, int from, int piece) {
    long value = piece;
    for (int i = PIECES[piece]; i < PIECES[piece + 1]; i++) {
      value = (value << 4) | Uuids.digit(digits.charAt(from + i));
    }
    value *= 0x9e3779b97f4a7c15L;
    return (int) (value >>> 32) & mask;
  }

  /// Adds the fees whose ids are nearly the digits from there on.
  void find(CharSequence digits, int from, IntRow found) {
    int given = Math.min(Uuids.DIGITS, digits.length() - from);
    int pieces = given == Uuids.DIGITS ? heads.length : 1;
    for (int piece = 0; piece < pieces; piece++) {
      int looked = 0;
      for (int fee = heads[piece][slot(digits, from, piece)];
          fee >= 0 && looked < LOOKED_AT_MOST;
          fee = next[piece][fee]) {
        looked++;
        if (!found.contains(fee) && isNear(fees.id(fee), digits, from, given)) {
          found.add(fee);
        }
      }
    }
  }

  /// Something cut off has to be right as far as it goes.
  private static boolean isNear(String id, CharSequence digits, int from, int given) {
    int allowed = given == Uuids.DIGITS ? SLIPS_AT_MOST : 0;
    int slips = 0;
    int digit = 0;
    for (int i = 0; i < id.length() && digit < given; i++) {
      int value = Uuids.digit(id.charAt(i));
      if (value >= 0 && value != Uuids.digit(digits.charAt(from + digit++)) && ++slips > allowed) {
        return false;
      }
    }
    return true;
  }
}
