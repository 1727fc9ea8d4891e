package org.planledger.verify.input;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;

/// The members that a JSON object of ours may have: those it must have, and those it may leave
/// out. There are no others.
public final class Members {

  private final List<String> names;
  private final long required;

  /// Each name as it stands between a comma and its value.
  private final byte[][] letters;

  private Members(List<String> required, List<String> optional) {
    this.names = Stream.concat(required.stream(), optional.stream()).toList();
    if (names.size() >= Long.SIZE) {
      throw new IllegalArgumentException("an object has less than 64 members");
    }
    this.required = (1L << required.size()) - 1;
    this.letters =
        names.stream()
            .map(name -> ",\"%s\":".formatted(name).getBytes(US_ASCII))
            .toArray(byte[][]::new);
  }

  public static Members required(String... names) {
    return new Members(List.of(names), List.of());
  }

  /// These and, if they are there, those.
  public Members optional(String... names) {
    return new Members(this.names, List.of(names));
  }

  int count() {
    return letters.length;
  }

  /// Comma, quotes, name and colon.
  byte[] letters(int index) {
    return letters[index];
  }

  String name(int index) {
    return names.get(index);
  }

  /// The place of the member with these bytes for a name, or -1. Members mostly come in the order
  /// in which they are declared, so the search begins at the one that is expected.
  int find(byte[] text, int from, int length, int expected) {
    int count = names.size();
    for (int i = 0; i < count; i++) {
      int index = (expected + i) % count;
      if (matches(names.get(index), text, from, length)) {
        return index;
      }
    }
    return -1;
  }

  /// The place of the member with this name, or -1.
  int find(String name) {
    return names.indexOf(name);
  }

  /// The first member that is required and not among those seen, or -1.
  int missing(long seen) {
    long missing = required & ~seen;
    return missing == 0 ? -1 : Long.numberOfTrailingZeros(missing);
  }

  private static boolean matches(String name, byte[] text, int from, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }
}
