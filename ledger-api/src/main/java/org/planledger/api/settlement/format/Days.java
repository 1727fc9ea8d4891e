package org.planledger.api.settlement.format;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Days as they come out of files.
final class Days {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;
  private static final int LENGTH = 10;

  private Days() {}

  /// The day at the beginning of a text such as `2026-01-31` or `2026-01-31 14:05:00`.
  ///
  /// @throws BrokenRecordException if there is none
  static LocalDate iso(String text, String column) {
    String day = text.strip();
    boolean alone = day.length() == LENGTH;
    if (!alone && (day.length() < LENGTH || "T +-Z".indexOf(day.charAt(LENGTH)) < 0)) {
      throw bad(text, column, "2026-01-31");
    }
    if (day.charAt(4) != '-' || day.charAt(7) != '-') {
      throw bad(text, column, "2026-01-31");
    }
    int year = number(day, 0, 4, column);
    int month = number(day, 5, 7, column);
    int dayOfMonth = number(day, 8, LENGTH, column);
    try {
      return reasonable(LocalDate.of(year, month, dayOfMonth), column);
    } catch (DateTimeException e) {
      throw bad(text, column, "2026-01-31");
    }
  }

  private static int number(String text, int from, int to, String column) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw bad(text, column, "2026-01-31");
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /// The same day, if this century has it.
  static LocalDate reasonable(LocalDate day, String column) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw BrokenRecordException.in(
          column,
          QuarantineReason.UNREASONABLE_DATE,
          "%s is not between %d and %d".formatted(day, FIRST_YEAR, LAST_YEAR));
    }
    return day;
  }

  static BrokenRecordException bad(String text, String column, String example) {
    return BrokenRecordException.in(
        column,
        QuarantineReason.BAD_DATE,
        "\"%s\" is no day such as %s".formatted(Texts.shown(text), example));
  }
}
