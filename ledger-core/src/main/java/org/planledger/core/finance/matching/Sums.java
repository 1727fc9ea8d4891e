package org.planledger.core.finance.matching;

/// Adds amounts that somebody else wrote down: a sum that does not fit stays at the end of what
/// does, and equals nothing by accident.
final class Sums {

  private Sums() {}

  static long add(long first, long second) {
    long sum = first + second;
    if (((first ^ sum) & (second ^ sum)) < 0) {
      return first < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return sum;
  }

  static long subtract(long first, long second) {
    return second == Long.MIN_VALUE ? add(add(first, Long.MAX_VALUE), 1) : add(first, -second);
  }

  /// How large, whatever its direction.
  static long size(long minor) {
    return minor == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(minor);
  }

  /// Whether a part is no more than so many hundredths of a percent of the whole.
  static boolean isWithin(long part, long whole, int basisPoints) {
    return Math.multiplyHigh(part, 10_000L) == 0
        && part >= 0
        && part * 10_000L >= 0
        && part * 10_000.0 <= (double) whole * basisPoints;
  }
}
