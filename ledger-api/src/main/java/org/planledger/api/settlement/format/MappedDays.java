package org.planledger.api.settlement.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/// Days in a pattern of one's own, and the day numbers of spreadsheets.
final class MappedDays {

  /// Day 1 of a spreadsheet is the first of January 1900, and one day of that year never was.
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /// The last day of the year 9999.
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

  private final DateTimeFormatter form;
  private final String pattern;
  private final ZoneId zone;
  private final boolean from1904;

  MappedDays(String pattern, ZoneId zone, boolean from1904) {
    this.form = formatter(pattern);
    this.pattern = pattern;
    this.zone = zone;
    this.from1904 = from1904;
  }

  /// The formatter of a pattern. A year is a year of the calendar, as everybody who writes `yyyy`
  /// means it, and a day that no calendar has is refused.
  ///
  /// @throws IllegalArgumentException if it is no pattern
  static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(inCalendarYears(pattern))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static String inCalendarYears(String pattern) {
    StringBuilder changed = new StringBuilder();
    boolean literal = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      literal ^= c == '\'';
      changed.append(c == 'y' && !literal ? 'u' : c);
    }
    return changed.toString();
  }

  /// The day in a text.
  ///
  /// @throws BrokenRecordException if it is none
  LocalDate of(String text, String column) {
    try {
      TemporalAccessor parsed =
          form.parseBest(
              text.strip(),
              ZonedDateTime::from,
              OffsetDateTime::from,
              Instant::from,
              LocalDate::from);
      return Days.reasonable(day(parsed), column);
    } catch (DateTimeException e) {
      throw Days.bad(text, column, "the pattern " + pattern + " makes");
    }
  }

  private LocalDate day(TemporalAccessor parsed) {
    return switch (parsed) {
      case ZonedDateTime moment -> moment.withZoneSameInstant(zone).toLocalDate();
      case OffsetDateTime moment -> moment.atZoneSameInstant(zone).toLocalDate();
      case Instant moment -> LocalDate.ofInstant(moment, zone);
      case LocalDate day -> day;
      default -> throw new DateTimeException("no day");
    };
  }

  /// The day of a number in a spreadsheet.
  ///
  /// @throws BrokenRecordException if it is none
  LocalDate ofSerial(String number, String column) {
    BigDecimal serial = Cell.number(number, column);
    if (serial.signum() <= 0 || serial.compareTo(LAST_DAY) > 0) {
      throw Days.bad(number, column, "46053, counted from 1900");
    }
    LocalDate zero = from1904 ? DAY_ZERO_1904 : DAY_ZERO;
    return Days.reasonable(zero.plusDays(serial.longValue()), column);
  }
}
