package org.planledger.core.finance.matching;

/// Things by currency, amount and day, so that those of one amount within some days are found
/// without looking at all others.
final class AmountIndex {

  /// How a thing is looked up.
  interface Columns {

    int currency(int thing);

    long minor(int thing);

    int day(int thing);

    int rank(int thing);
  }

  private static final int LOOKED_AT_MOST = 256;

  private final Columns columns;
  private final int[] things;
  private final boolean byAmount;

  /// @param byAmount whether amounts are told apart; otherwise all of a currency lie together
  AmountIndex(int[] things, Columns columns, boolean byAmount) {
    this.columns = columns;
    this.things = things;
    this.byAmount = byAmount;
    Sorting.sort(things, this::compare);
  }

  private int compare(int first, int second) {
    int byKey =
        compare(
            first,
            columns.currency(second),
            byAmount ? columns.minor(second) : 0,
            columns.day(second));
    return byKey != 0 ? byKey : Integer.compare(columns.rank(first), columns.rank(second));
  }

  private int compare(int thing, int currency, long minor, int day) {
    int byCurrency = Integer.compare(columns.currency(thing), currency);
    if (byCurrency != 0) {
      return byCurrency;
    }
    int byMinor = byAmount ? Long.compare(columns.minor(thing), minor) : 0;
    return byMinor != 0 ? byMinor : Integer.compare(columns.day(thing), day);
  }

  /// Those of an amount between two days, by their days, as many as anybody looks at.
  IntRow find(int currency, long minor, int fromDay, int toDay) {
    var found = new IntRow();
    int low = 0;
    int high = things.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(things[middle], currency, minor, fromDay) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (int i = low;
        i < things.length
            && found.size() < LOOKED_AT_MOST
            && compare(things[i], currency, minor, toDay) <= 0;
        i++) {
      found.add(things[i]);
    }
    return found;
  }
}
