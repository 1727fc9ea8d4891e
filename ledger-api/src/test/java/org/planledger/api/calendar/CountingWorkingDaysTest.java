package org.planledger.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
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
        Set.of(Channel.EXPRESS));
  }
}
