package org.planledger.core.terms;

import java.time.LocalDate;

/// Days of cover, half-open: `from` is the first day inside, `until` the first day after it. A
/// window whose end does not lie after its start is empty, which is no error: an extended warranty
/// is empty when the official one outlives the plan.
///
/// @param from the first day inside
/// @param until the first day no longer inside
public record Window(LocalDate from, LocalDate until) {

  /// The window of so many calendar months that begins on `from`.
  ///
  /// @throws IllegalArgumentException if `months` is negative
  public static Window ofMonths(LocalDate from, int months) {
    return new Window(from, monthsAfter(from, months));
  }

  /// The day that lies so many calendar months after `start`. Where the target month has no such
  /// day the answer is the first of the month after it, so that a period begun on 29 February
  /// never loses its last day. Always count from the original start: two times twelve months is
  /// not the same as twenty-four.
  ///
  /// @throws IllegalArgumentException if `months` is negative
  static LocalDate monthsAfter(LocalDate start, int months) {
    if (months < 0) {
      throw new IllegalArgumentException("months must not be negative: " + months);
    }
    LocalDate clamped = start.plusMonths(months);
    return clamped.getDayOfMonth() == start.getDayOfMonth() ? clamped : clamped.plusDays(1);
  }

  /// Whether the day lies inside.
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /// Whether no day lies inside.
  public boolean isEmpty() {
    return !from.isBefore(until);
  }

  /// The last day inside, which is what people are shown.
  ///
  /// @throws IllegalStateException if the window is empty
  public LocalDate lastDay() {
    if (isEmpty()) {
      throw new IllegalStateException("an empty window has no last day: " + this);
    }
    return until.minusDays(1);
  }
}
