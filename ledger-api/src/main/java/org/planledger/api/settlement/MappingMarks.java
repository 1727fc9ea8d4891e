package org.planledger.api.settlement;

/// The marks that tables are written with, by their names.
final class MappingMarks {

  private MappingMarks() {}

  /// Stands between two fields.
  enum Separator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private final char mark;

    Separator(char mark) {
      this.mark = mark;
    }

    char mark() {
      return mark;
    }
  }

  /// Stands around a field.
  enum Quote {
    DOUBLE('"'),
    SINGLE('\''),
    NONE((char) 0);

    private final char mark;

    Quote(char mark) {
      this.mark = mark;
    }

    char mark() {
      return mark;
    }
  }

  /// Stands before the decimal places.
  enum Decimal {
    POINT('.'),
    COMMA(',');

    private final char mark;

    Decimal(char mark) {
      this.mark = mark;
    }

    char mark() {
      return mark;
    }
  }

  /// Stands between groups of digits.
  enum Thousands {
    NONE((char) 0),
    POINT('.'),
    COMMA(','),
    SPACE(' '),
    APOSTROPHE('\'');

    private final char mark;

    Thousands(char mark) {
      this.mark = mark;
    }

    char mark() {
      return mark;
    }
  }
}
