package org.planledger.core.terms;

/// How many of a component a row of the matrix names.
public sealed interface Quantity {

  /// A stated number; pairs of propellers count as pairs.
  record Count(int number) implements Quantity {
    public Count {
      if (number <= 0) {
        throw new IllegalArgumentException("a quantity must be above zero: " + number);
      }
    }
  }

  /// No number is stated: every one the device has.
  enum All implements Quantity {
    ALL
  }

  /// The more generous of the two; rows that both promise a part are never added up.
  default Quantity larger(Quantity other) {
    return switch (this) {
      case All all -> all;
      case Count mine ->
          switch (other) {
            case All all -> all;
            case Count theirs -> mine.number() >= theirs.number() ? mine : theirs;
          };
    };
  }
}
