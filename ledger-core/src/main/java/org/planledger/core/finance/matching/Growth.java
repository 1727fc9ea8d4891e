package org.planledger.core.finance.matching;

/// How columns grow: by a quarter, because twice the room for a million rows and a few more would
/// be the most memory that a run needs.
final class Growth {

  private static final int LEAST = 1 << 10;

  private Growth() {}

  /// The next room of a column that is full.
  static int of(int size) {
    return size + Math.max(size >> 2, LEAST);
  }
}
