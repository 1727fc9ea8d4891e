package org.planledger.core.finance.matching;

import java.util.Arrays;

/// A row of numbers that grows.
final class IntRow {

  private int[] numbers = new int[16];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  boolean contains(int number) {
    for (int i = 0; i < size; i++) {
      if (numbers[i] == number) {
        return true;
      }
    }
    return false;
  }

  int get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void sort(Sorting.Order order) {
    Sorting.sort(numbers, size, order);
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
