package org.planledger.verify.input;

import java.util.OptionalLong;

/// A moment as the ledger writes it: `2026-02-01T10:00:00.123456Z`, in UTC, with up to six digits
/// after the second, in the years from 1970 to 9999.
public final class Moment {

  private static final long SECONDS_PER_DAY = 86_400;
  private static final int MAX_FRACTION_DIGITS = 6;
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";

  private Moment() {}

  /// The microseconds since 1970 began; nothing if the text is no moment.
  public static OptionalLong micros(String text) {
    if (!hasForm(text)) {
      return OptionalLong.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      return OptionalLong.empty();
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return OptionalLong.empty();
    }
    long seconds =
        daysSinceEpoch(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    return OptionalLong.of(seconds * 1_000_000 + fractionMicros(text));
  }

  /// The same from where a reader is.
  public static long read(JsonReader json) {
    return micros(json.string(40))
        .orElseThrow(() -> json.problem("a moment like 2026-02-01T10:00:00.123456Z is expected"));
  }

  private static boolean hasForm(String text) {
    int length = text.length();
    if (length <= FORM.length() || text.charAt(length - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      if (form == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != form) {
        return false;
      }
    }
    int point = FORM.length();
    if (length == point + 1) {
      return true;
    }
    int digits = length - point - 2;
    if (text.charAt(point) != '.' || digits < 1 || digits > MAX_FRACTION_DIGITS) {
      return false;
    }
    for (int i = point + 1; i < length - 1; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static long fractionMicros(String text) {
    int start = FORM.length() + 1;
    long micros = 0;
    for (int i = 0; i < MAX_FRACTION_DIGITS; i++) {
      int digit = start + i < text.length() - 1 ? text.charAt(start + i) - '0' : 0;
      micros = 10 * micros + digit;
    }
    return micros;
  }

  private static long daysSinceEpoch(int year, int month, int day) {
    long before = year - 1L;
    long days = before * 365 + before / 4 - before / 100 + before / 400;
    for (int m = 1; m < month; m++) {
      days += days(year, m);
    }
    // 719,162 days lie between the first days of the years 1 and 1970.
    return days - 719_162 + day - 1;
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static int number(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      value = 10 * value + text.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
