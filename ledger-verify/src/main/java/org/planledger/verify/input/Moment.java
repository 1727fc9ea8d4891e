package org.planledger.verify.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalLong;

/// A moment as the ledger writes it: `2026-02-01T10:00:00.123456Z`, in UTC, with up to six digits
/// after the second, in the years from 1970 to 9999.
public final class Moment {

  private static final long SECONDS_PER_DAY = 86_400;
  private static final int MAX_FRACTION_DIGITS = 6;
  private static final String FORM = "dddd-dd-ddTdd:dd:dd";

  /// What no moment stands for: none is before 1970.
  private static final long NONE = -1;

  private Moment() {}

  /// The microseconds since 1970 began; nothing if the text is no moment.
  public static OptionalLong micros(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    long micros = micros(bytes, 0, bytes.length);
    return micros == NONE ? OptionalLong.empty() : OptionalLong.of(micros);
  }

  /// The same from where a reader is.
  public static long read(JsonReader json) {
    Utf8 text = json.text(40);
    long micros = micros(text.bytes(), text.from(), text.to());
    if (micros == NONE) {
      throw json.problem("a moment like 2026-02-01T10:00:00.123456Z is expected");
    }
    return micros;
  }

  private static long micros(byte[] text, int from, int to) {
    if (!hasForm(text, from, to)) {
      return NONE;
    }
    int year = 100 * two(text, from) + two(text, from + 2);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    int second = two(text, from + 17);
    if (year < 1970 || month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      return NONE;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return NONE;
    }
    long seconds =
        daysSinceEpoch(year, month, day) * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
    return seconds * 1_000_000 + fractionMicros(text, from + FORM.length() + 1, to - 1);
  }

  private static boolean hasForm(byte[] text, int from, int to) {
    int point = from + FORM.length();
    if (to <= point || text[to - 1] != 'Z') {
      return false;
    }
    for (int i = 0; i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      if (form == 'd' ? !isDigit(text[from + i]) : text[from + i] != form) {
        return false;
      }
    }
    if (to == point + 1) {
      return true;
    }
    int digits = to - point - 2;
    if (text[point] != '.' || digits < 1 || digits > MAX_FRACTION_DIGITS) {
      return false;
    }
    for (int i = point + 1; i < to - 1; i++) {
      if (!isDigit(text[i])) {
        return false;
      }
    }
    return true;
  }

  private static long fractionMicros(byte[] text, int from, int to) {
    long micros = 0;
    for (int i = 0; i < MAX_FRACTION_DIGITS; i++) {
      micros = 10 * micros + (from + i < to ? text[from + i] - '0' : 0);
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

  private static int two(byte[] text, int at) {
    return 10 * (text[at] - '0') + text[at + 1] - '0';
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }
}
