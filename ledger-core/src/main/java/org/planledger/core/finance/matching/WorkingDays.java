package org.planledger.core.finance.matching;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;

/// Monday to Friday, less holidays.
public final class WorkingDays {

  private static final int DAYS_OF_A_WEEK = 7;
  private static final int WORKING_DAYS_OF_A_WEEK = 5;

  /// The first of January 1970 was a Thursday: four days later a Monday began a week.
  private static final int FIRST_MONDAY = 4;

  /// Holidays from Monday to Friday, as days since 1970, in order.
  private final long[] holidays;

  private WorkingDays(long[] holidays) {
    this.holidays = holidays;
  }

  /// Monday to Friday, less these days.
  public static WorkingDays without(Set<LocalDate> holidays) {
    return new WorkingDays(
        holidays.stream()
            .filter(day -> !isWeekend(day))
            .mapToLong(LocalDate::toEpochDay)
            .sorted()
            .toArray());
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /// Whether people work on that day.
  boolean includes(LocalDate day) {
    return !isWeekend(day) && Arrays.binarySearch(holidays, day.toEpochDay()) < 0;
  }

  /// How many working days lie after the first day, up to and with the second: from a Friday to the
  /// Monday after it is 1. Below zero if the second day is before the first.
  public int between(LocalDate from, LocalDate to) {
    return between(from.toEpochDay(), to.toEpochDay());
  }

  int between(long fromDay, long toDay) {
    return Math.toIntExact(until(toDay) - until(fromDay));
  }

  /// The working days up to and with a day, counted from the first Monday of 1970.
  private long until(long day) {
    long sinceMonday = day - FIRST_MONDAY;
    long weeks = Math.floorDiv(sinceMonday, DAYS_OF_A_WEEK);
    long within = Math.floorMod(sinceMonday, DAYS_OF_A_WEEK) + 1L;
    int place = Arrays.binarySearch(holidays, day);
    long free = place >= 0 ? place + 1L : -place - 1L;
    return weeks * WORKING_DAYS_OF_A_WEEK + Math.min(within, WORKING_DAYS_OF_A_WEEK) - free;
  }
}
