package org.planledger.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.plan.SendBackDeadline;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Region;
import org.planledger.core.terms.RegionCode;

class CountingWorkingDaysTest {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /// A region whose holidays the calendar does not know.
  private static final Region CHINA = region("CN", "Asia/Shanghai");

  private final WorkingCalendar calendar = new WorkingCalendar(new WorkingDays(WEEKEND, Map.of()));

  @ParameterizedTest
  @CsvSource({
    "2023-03-03, 2023-03-08", // a Friday
    "2023-03-04, 2023-03-08", // a Saturday
    "2023-03-06, 2023-03-09", // a Monday
  })
  void three_working_days_begin_on_the_next_working_day(LocalDate submitted, LocalDate lastDay) {
    var deadline = calendar.deadline(region("US", "America/New_York"), noon(submitted), 3);
    assertThat(deadline)
        .isEqualTo(
            new SendBackDeadline(lastDay, ZoneId.of("America/New_York"), "jollyday 2.19.0, US"));
  }

  @Test
  void a_holiday_of_the_whole_region_is_not_counted() {
    // Tuesday 4 July 2023 is Independence Day.
    var deadline = calendar.deadline(region("US", "America/New_York"), noon("2023-07-03"), 3);
    assertThat(deadline.lastDay()).isEqualTo("2023-07-07");
    // In Germany it is a Tuesday like any other.
    var there = calendar.deadline(region("DE", "Europe/Berlin"), noon("2023-07-03"), 3);
    assertThat(there.lastDay()).isEqualTo("2023-07-06");
  }

  @Test
  void a_holiday_of_a_part_of_the_region_is_counted() {
    // Wednesday 8 March 2023 is a holiday in Berlin only.
    var deadline = calendar.deadline(region("DE", "Europe/Berlin"), noon("2023-03-03"), 3);
    assertThat(deadline.lastDay()).isEqualTo("2023-03-08");
  }

  @Test
  void the_day_of_the_submission_is_the_local_one() {
    // Late on Friday in New York it is Saturday in London already, and the other way round.
    var late = Instant.parse("2023-03-06T04:30:00Z");
    assertThat(calendar.deadline(region("US", "America/New_York"), late, 1).lastDay())
        .isEqualTo("2023-03-06");
    assertThat(calendar.deadline(region("GB", "Europe/London"), late, 1).lastDay())
        .isEqualTo("2023-03-07");
  }

  @Test
  void a_region_can_have_another_weekend() {
    var elsewhere =
        new WorkingCalendar(
            new WorkingDays(WEEKEND, Map.of("US", Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))));
    var deadline = elsewhere.deadline(region("US", "America/New_York"), noon("2023-03-02"), 1);
    assertThat(deadline.lastDay()).isEqualTo("2023-03-05");
  }

  @Test
  void a_region_without_a_calendar_of_holidays_says_so() {
    var deadline = calendar.deadline(region("CN", "Asia/Shanghai"), noon("2023-03-03"), 3);
    assertThat(deadline)
        .isEqualTo(
            new SendBackDeadline(
                LocalDate.parse("2023-03-08"), ZoneId.of("Asia/Shanghai"), "weekends, CN"));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-05, 2023-03-08", // a Sunday
    "2023-03-06, 2023-03-09",
    "2023-03-07, 2023-03-10",
    "2023-03-08, 2023-03-13", // a Wednesday
    "2023-03-09, 2023-03-14",
    "2023-03-10, 2023-03-15",
    "2023-03-11, 2023-03-15", // a Saturday
  })
  void three_working_days_from_every_day_of_a_week_without_holidays(
      LocalDate submitted, LocalDate lastDay) {
    assertThat(deadline(calendar, CHINA, submitted, 3)).isEqualTo(lastDay);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-05, 2023-03-08", // a Sunday
    "2023-03-06, 2023-03-09",
    "2023-03-07, 2023-03-12",
    "2023-03-08, 2023-03-13",
    "2023-03-09, 2023-03-14", // a Thursday
    "2023-03-10, 2023-03-14",
    "2023-03-11, 2023-03-14", // a Saturday
  })
  void three_working_days_from_every_day_of_a_week_that_ends_with_thursday(
      LocalDate submitted, LocalDate lastDay) {
    var elsewhere =
        new WorkingCalendar(
            new WorkingDays(WEEKEND, Map.of("CN", Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))));
    assertThat(deadline(elsewhere, CHINA, submitted, 3)).isEqualTo(lastDay);
    // The rule still holds for everybody else.
    var friday = LocalDate.of(2023, 3, 10);
    assertThat(deadline(elsewhere, region("US", "Pacific/Honolulu"), friday, 1))
        .isEqualTo("2023-03-13");
  }

  @ParameterizedTest
  @CsvSource({
    // New Year's Day 2023 is a Sunday, kept on Monday in the United States and in Japan.
    "US, Pacific/Honolulu, 2022-12-30, 2023-01-05",
    "DE, Europe/Berlin, 2022-12-30, 2023-01-04",
    // Christmas 2022 is a Sunday: in Britain Monday and Tuesday are free, in Germany only Monday.
    "GB, Europe/London, 2022-12-23, 2022-12-30",
    "DE, Europe/Berlin, 2022-12-23, 2022-12-29",
    // Good Friday and Easter Monday; on Easter Monday Scotland works.
    "DE, Europe/Berlin, 2023-04-06, 2023-04-13",
    "GB, Europe/London, 2023-04-06, 2023-04-12",
    // Thanksgiving is a Thursday.
    "US, Pacific/Honolulu, 2023-11-22, 2023-11-28",
    // Three holidays in a row, and the weekend after them.
    "JP, Asia/Tokyo, 2023-05-02, 2023-05-10",
  })
  void holidays_and_the_end_of_the_year_are_not_counted(
      String code, String zone, LocalDate submitted, LocalDate lastDay) {
    assertThat(deadline(calendar, region(code, zone), submitted, 3)).isEqualTo(lastDay);
  }

  @Test
  void the_last_hour_of_a_year_belongs_to_the_year_of_the_region() {
    // In Honolulu it is Friday 30 December 2022, in Shanghai Saturday already.
    var instant = Instant.parse("2022-12-31T09:30:00Z");
    assertThat(calendar.deadline(region("US", "Pacific/Honolulu"), instant, 1).lastDay())
        .isEqualTo("2023-01-03");
    assertThat(calendar.deadline(CHINA, instant, 1).lastDay()).isEqualTo("2023-01-02");
  }

  @Test
  void random_deadlines_end_where_counting_weeks_by_hand_ends() {
    var seed = Long.getLong("simulation.seed", 20_221_004L);
    System.out.println("seed of the random deadlines: " + seed);
    var random = new Random(seed);
    for (var i = 0; i < 1_500; i++) {
      var submitted = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(10_000));
      var days = 1 + random.nextInt(15);
      assertThat(deadline(calendar, CHINA, submitted, days))
          .as("%s and %d working days", submitted, days)
          .isEqualTo(submitted.plusDays(calendarDays(submitted, days)));
    }
  }

  /// From the last working day on, five working days are seven days; what is left crosses a
  /// weekend or not. Day 0 of the epoch was a Thursday.
  private static int calendarDays(LocalDate submitted, int workingDays) {
    var weekday = (int) Math.floorMod(submitted.toEpochDay() + 3, 7L);
    var friday = 4;
    var past = Math.max(0, weekday - friday);
    var from = Math.min(weekday, friday);
    var weeks = workingDays / 5;
    var rest = workingDays % 5;
    return 7 * weeks + rest + (from + rest > friday ? 2 : 0) - past;
  }

  /// The last day after a submission at noon of that day in the region itself.
  private static LocalDate deadline(
      WorkingCalendar calendar, Region region, LocalDate submitted, int workingDays) {
    var noon = submitted.atTime(12, 0).atZone(region.zone()).toInstant();
    return calendar.deadline(region, noon, workingDays).lastDay();
  }

  private static Instant noon(String day) {
    return noon(LocalDate.parse(day));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(17, 0).atZone(ZoneId.of("UTC")).toInstant();
  }

  private static Region region(String code, String zone) {
    return new Region(
        new RegionCode(code),
        code,
        ZoneId.of(zone),
        Currency.getInstance("USD"),
        false,
        code,
        Set.of(Channel.EXPRESS),
        Set.of());
  }
}
