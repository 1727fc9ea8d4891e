package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Knows by heart how far each region is from Greenwich, and when its days begin.
@DisplayName("Beginning days in every region (A-01, A-02)")
class BeginningDaysInEveryRegionTest {

  private static final long HOUR_SECONDS = 3_600;

  private final Terms terms = ReleasedTerms.edition202307();

  @ParameterizedTest(name = "{0}: {1} hours from Greenwich in January, {2} in July")
  @CsvSource({
    "US, -10, -10",
    "CA, -8, -7",
    "PT, -1, 0",
    "ES, 0, 1",
    "IE, 0, 1",
    "GB, 0, 1",
    "IS, 0, 0",
    "AT, 1, 2",
    "BE, 1, 2",
    "HR, 1, 2",
    "CZ, 1, 2",
    "DK, 1, 2",
    "FR, 1, 2",
    "DE, 1, 2",
    "HU, 1, 2",
    "IT, 1, 2",
    "LU, 1, 2",
    "MT, 1, 2",
    "NL, 1, 2",
    "PL, 1, 2",
    "SK, 1, 2",
    "SI, 1, 2",
    "SE, 1, 2",
    "CH, 1, 2",
    "NO, 1, 2",
    "LI, 1, 2",
    "BG, 2, 3",
    "CY, 2, 3",
    "EE, 2, 3",
    "FI, 2, 3",
    "GR, 2, 3",
    "LV, 2, 3",
    "LT, 2, 3",
    "RO, 2, 3",
    "AU, 8, 8",
    "CN, 8, 8",
    "HK, 8, 8",
    "TW, 8, 8",
    "JP, 9, 9",
    "KR, 9, 9",
    "NZ, 13, 12"
  })
  void a_year_and_a_half_year_end_at_the_midnight_of_the_region(
      String region, int hoursInJanuary, int hoursInJuly) {
    Instant newYear =
        Instant.parse("2024-01-01T00:00:00Z").minusSeconds(hoursInJanuary * HOUR_SECONDS);
    Instant july = Instant.parse("2023-07-01T00:00:00Z").minusSeconds(hoursInJuly * HOUR_SECONDS);
    Window year = Window.ofMonths(LocalDate.of(2023, 1, 1), 12);
    Window half = Window.ofMonths(LocalDate.of(2023, 1, 1), 6);

    assertThat(day(region, newYear.minusNanos(1))).isEqualTo("2023-12-31");
    assertThat(day(region, newYear)).isEqualTo("2024-01-01");
    assertThat(year.contains(day(region, newYear.minusNanos(1)))).isTrue();
    assertThat(year.contains(day(region, newYear))).isFalse();
    assertThat(half.contains(day(region, july.minusNanos(1)))).isTrue();
    assertThat(half.contains(day(region, july))).isFalse();
  }

  @Test
  void the_table_knows_every_region() throws NoSuchMethodException {
    String[] rows =
        getClass()
            .getDeclaredMethod(
                "a_year_and_a_half_year_end_at_the_midnight_of_the_region",
                String.class,
                int.class,
                int.class)
            .getAnnotation(CsvSource.class)
            .value();

    assertThat(rows)
        .extracting(row -> row.substring(0, 2))
        .containsExactlyInAnyOrderElementsOf(
            terms.regions().stream().map(region -> region.code().code()).toList());
  }

  @ParameterizedTest(name = "{1} in {0} has {4} hours")
  @CsvSource({
    "DE, 2023-03-26, 2023-03-25T23:00:00Z, 2023-03-26T22:00:00Z, 23",
    "DE, 2023-10-29, 2023-10-28T22:00:00Z, 2023-10-29T23:00:00Z, 25",
    "GB, 2023-03-26, 2023-03-26T00:00:00Z, 2023-03-26T23:00:00Z, 23",
    "GB, 2023-10-29, 2023-10-28T23:00:00Z, 2023-10-30T00:00:00Z, 25",
    "CA, 2023-03-12, 2023-03-12T08:00:00Z, 2023-03-13T07:00:00Z, 23",
    "CA, 2023-11-05, 2023-11-05T07:00:00Z, 2023-11-06T08:00:00Z, 25",
    "NZ, 2023-09-24, 2023-09-23T12:00:00Z, 2023-09-24T11:00:00Z, 23",
    "NZ, 2023-04-02, 2023-04-01T11:00:00Z, 2023-04-02T12:00:00Z, 25",
    // The clocks of the Azores go forward at midnight, so this day begins at one o'clock.
    "PT, 2023-03-26, 2023-03-26T01:00:00Z, 2023-03-27T00:00:00Z, 23",
    "PT, 2023-10-29, 2023-10-29T00:00:00Z, 2023-10-30T01:00:00Z, 25",
    "US, 2023-03-12, 2023-03-12T10:00:00Z, 2023-03-13T10:00:00Z, 24",
    "JP, 2023-03-26, 2023-03-25T15:00:00Z, 2023-03-26T15:00:00Z, 24"
  })
  void the_last_day_of_a_window_is_whole_however_many_hours_it_has(
      String region, LocalDate lastDay, Instant begins, Instant ends, int hours) {
    Window window = new Window(lastDay.minusDays(30), lastDay.plusDays(1));

    assertThat(day(region, begins.minusNanos(1))).isEqualTo(lastDay.minusDays(1));
    assertThat(day(region, begins)).isEqualTo(lastDay);
    assertThat(window.contains(day(region, ends.minusNanos(1)))).isTrue();
    assertThat(window.contains(day(region, ends))).isFalse();
    assertThat(ends.getEpochSecond() - begins.getEpochSecond()).isEqualTo(hours * HOUR_SECONDS);
  }

  @Test
  void a_plan_has_ended_in_one_region_while_it_lasts_in_another() {
    Window plan = Window.ofMonths(LocalDate.of(2023, 1, 1), 12);
    Instant instant = Instant.parse("2023-12-31T11:30:00Z");

    assertThat(plan.contains(day("NZ", instant))).isFalse();
    assertThat(plan.contains(day("JP", instant))).isTrue();
    assertThat(plan.contains(day("JP", instant.plusSeconds(4 * HOUR_SECONDS)))).isFalse();
    assertThat(plan.contains(day("US", instant.plusSeconds(22 * HOUR_SECONDS)))).isTrue();
    assertThat(plan.contains(day("US", instant.plusSeconds(23 * HOUR_SECONDS)))).isFalse();
  }

  @Test
  void both_editions_count_days_in_the_same_zones() {
    for (Region region : ReleasedTerms.edition202210().regions()) {
      assertThat(terms.region(region.code()).orElseThrow().zone()).isEqualTo(region.zone());
    }
  }

  private LocalDate day(String region, Instant instant) {
    return LocalDate.ofInstant(instant, terms.region(new RegionCode(region)).orElseThrow().zone());
  }
}
