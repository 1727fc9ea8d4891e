package org.planledger.core.finance.matching;

/// Sorts numbers that stand for things, without an object for each.
final class Sorting {

  private static final int SHORT = 12;

  private Sorting() {}

  /// Puts two in order.
  @FunctionalInterface
  interface Order {

    /// Below zero if the first comes first, above if the second does.
    int compare(int first, int second);
  }

  /// Sorts and keeps equal ones in their order.
  static void sort(int[] numbers, Order order) {
    sort(numbers, numbers.length, order);
  }

  /// Sorts the first `count` of them.
  static void sort(int[] numbers, int count, Order order) {
    sort(numbers, 0, count, new int[count], order);
  }

  private static void sort(int[] numbers, int from, int to, int[] spare, Order order) {
    if (to - from <= SHORT) {
      insert(numbers, from, to, order);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(numbers, from, middle, spare, order);
    sort(numbers, middle, to, spare, order);
    if (order.compare(numbers[middle - 1], numbers[middle]) <= 0) {
      return;
    }
    System.arraycopy(numbers, from, spare, from, middle - from);
    int left = from;
    int right = middle;
    for (int i = from; left < middle; i++) {
      boolean takeLeft = right >= to || order.compare(spare[left], numbers[right]) <= 0;
      numbers[i] = takeLeft ? spare[left++] : numbers[right++];
    }
  }

  private static void insert(int[] numbers, int from, int to, Order order) {
    for (int i = from + 1; i < to; i++) {
      int number = numbers[i];
      int place = i;
      while (place > from && order.compare(numbers[place - 1], number) > 0) {
        numbers[place] = numbers[place - 1];
        place--;
      }
      numbers[place] = number;
    }
  }
}
