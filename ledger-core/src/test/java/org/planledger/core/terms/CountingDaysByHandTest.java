package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares windows with tables, and with a calendar that is counted here by hand.
@DisplayName("Counting days by hand (A-02, A-03, R-2.1-02, R-2.1-03)")
class CountingDaysByHandTest {

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /// A day of the calendar that everybody learns at school.
  private record Day(int year, int month, int day) {

    static int daysIn(int year, int month) {
      boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      return DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
    }

    /// The same day so many months later, or the first day after the month that lacks it.
    Day monthsLater(int months) {
      int laterYear = year;
      int laterMonth = month + months;
      while (laterMonth > 12) {
        laterMonth -= 12;
        laterYear++;
      }
      return day <= daysIn(laterYear, laterMonth)
          ? new Day(laterYear, laterMonth, day)
          : new Day(laterYear, laterMonth + 1, 1);
    }

    Day before() {
      if (day > 1) {
        return new Day(year, month, day - 1);
      }
      return month > 1
          ? new Day(year, month - 1, daysIn(year, month - 1))
          : new Day(year - 1, 12, 31);
    }

    /// Days since the last day of 1899.
    int number() {
      int number = day;
      for (int y = 1900; y < year; y++) {
        number += daysIn(y, 2) + 337;
      }
      for (int m = 1; m < month; m++) {
        number += daysIn(year, m);
      }
      return number;
    }

    LocalDate date() {
      return LocalDate.of(year, month, day);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-31, 1, 2023-03-01", // no 31 February
    "2024-01-31, 1, 2024-03-01",
    "2023-01-30, 1, 2023-03-01",
    "2024-01-30, 1, 2024-03-01",
    "2023-01-29, 1, 2023-03-01",
    "2024-01-29, 1, 2024-02-29",
    "2023-01-28, 1, 2023-02-28",
    "2023-03-31, 1, 2023-05-01", // no 31 April
    "2023-05-31, 1, 2023-07-01",
    "2023-08-31, 1, 2023-10-01",
    "2023-10-31, 1, 2023-12-01",
    "2023-04-30, 1, 2023-05-30", // no snapping to the end of a month
    "2023-02-28, 1, 2023-03-28",
    "2024-02-29, 1, 2024-03-29",
    "2023-12-31, 1, 2024-01-31", // across the year
    "2023-12-31, 2, 2024-03-01",
    "2024-12-31, 2, 2025-03-01",
    "2023-11-30, 3, 2024-03-01",
    "2023-12-01, 1, 2024-01-01",
    "2023-01-01, 12, 2024-01-01",
    "2023-12-31, 12, 2024-12-31",
    "2023-12-31, 24, 2025-12-31",
    "2023-03-01, 12, 2024-03-01", // across a leap day
    "2024-02-29, 6, 2024-08-29",
    "2024-02-29, 18, 2025-08-29",
    "2024-08-29, 6, 2025-03-01",
    "1996-02-29, 48, 2000-02-29", // 2000 has a leap day, 2100 has none
    "2096-02-29, 48, 2100-03-01",
    "2099-02-28, 12, 2100-02-28",
    "2023-06-15, 0, 2023-06-15"
  })
  void a_period_ends_on_the_day_of_the_table(LocalDate from, int months, LocalDate until) {
    assertThat(Window.ofMonths(from, months)).isEqualTo(new Window(from, until));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-15, 12, 365",
    "2023-01-15, 24, 731",
    "2023-03-01, 12, 366",
    "2024-02-29, 12, 366",
    "2024-03-01, 12, 365",
    "2024-02-29, 24, 731",
    "2099-03-01, 12, 365",
    "2023-02-01, 1, 28",
    "2024-02-01, 1, 29"
  })
  void a_period_has_as_many_days_as_the_table(LocalDate from, int months, int days) {
    Window window = Window.ofMonths(from, months);

    assertThat(from.minusDays(400).datesUntil(from.plusDays(1200)).filter(window::contains))
        .hasSize(days);
  }

  @Test
  void random_periods_end_where_counting_by_hand_ends() {
    long seed = Long.getLong("simulation.seed", 20_221_001L);
    System.out.println("seed of the random periods: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      int year = 1970 + random.nextInt(180);
      int month = 1 + random.nextInt(12);
      // Every second day is one of the last of its month, where the difficulties are.
      int length = Day.daysIn(year, month);
      int number = random.nextBoolean() ? 1 + random.nextInt(length) : length - random.nextInt(4);
      Day start = new Day(year, month, number);
      int months = random.nextInt(61);

      Day end = start.monthsLater(months);

      Window window = Window.ofMonths(start.date(), months);
      String which = start + " and " + months + " months";
      assertThat(window).as(which).isEqualTo(new Window(start.date(), end.date()));
      assertThat(window.until().toEpochDay() - window.from().toEpochDay())
          .as(which)
          .isEqualTo(end.number() - start.number());
      assertThat(window.isEmpty()).as(which).isEqualTo(months == 0);
      if (months > 0) {
        assertThat(window.lastDay()).as(which).isEqualTo(end.before().date());
      }
    }
  }

  @Test
  void random_days_lie_inside_exactly_when_their_number_does() {
    long seed = Long.getLong("simulation.seed", 20_221_002L);
    System.out.println("seed of the random days: " + seed);
    Random random = new Random(seed);
    int inside = 0;
    for (int i = 0; i < 20_000; i++) {
      Day from = day(random);
      Day until = random.nextInt(10) == 0 ? from : from.monthsLater(random.nextInt(25));
      Day asked =
          switch (random.nextInt(5)) {
            case 0 -> from;
            case 1 -> from.before();
            case 2 -> until;
            case 3 -> until.before();
            default -> from.monthsLater(random.nextInt(25));
          };

      boolean expected = from.number() <= asked.number() && asked.number() < until.number();

      assertThat(new Window(from.date(), until.date()).contains(asked.date()))
          .as("%s in %s to %s", asked, from, until)
          .isEqualTo(expected);
      inside += expected ? 1 : 0;
    }
    assertThat(inside).as("days inside, so that both answers were tried").isBetween(5_000, 15_000);
  }

  @Test
  void two_windows_that_meet_share_no_day_and_leave_none_out() {
    long seed = Long.getLong("simulation.seed", 20_221_003L);
    System.out.println("seed of the random windows: " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      LocalDate start = day(random).date();
      int months = 1 + random.nextInt(24);
      Window plan = Window.ofMonths(start, months);
      Window reward = Window.ofMonths(plan.until(), 12);

      assertThat(plan.contains(plan.until())).isFalse();
      assertThat(reward.contains(plan.until())).isTrue();
      assertThat(plan.contains(plan.lastDay())).isTrue();
      assertThat(reward.contains(plan.lastDay())).isFalse();
      assertThat(reward.from().toEpochDay() - plan.lastDay().toEpochDay()).isEqualTo(1);
    }
  }

  private static Day day(Random random) {
    int year = 1970 + random.nextInt(180);
    int month = 1 + random.nextInt(12);
    return new Day(year, month, 1 + random.nextInt(Day.daysIn(year, month)));
  }
}
