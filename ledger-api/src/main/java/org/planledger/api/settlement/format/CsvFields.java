package org.planledger.api.settlement.format;

import java.util.Arrays;

/// Where the fields of one row stand in what was read.
final class CsvFields {

  private int[] from = new int[32];
  private int[] to = new int[32];
  private boolean[] doubled = new boolean[32];
  private int size;

  void clear() {
    size = 0;
  }

  /// Adds a field.
  ///
  /// @param twice whether there are doubled quotation marks in it
  void add(int begin, int finish, boolean twice) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
      doubled = Arrays.copyOf(doubled, size * 2);
    }
    from[size] = begin;
    to[size] = finish;
    doubled[size] = twice;
    size++;
  }

  int size() {
    return size;
  }

  /// A field as it is meant.
  String text(char[] read, int field, char quote) {
    String text = new String(read, from[field], to[field] - from[field]);
    String mark = String.valueOf(quote);
    return doubled[field] ? text.replace(mark + mark, mark) : text;
  }
}
