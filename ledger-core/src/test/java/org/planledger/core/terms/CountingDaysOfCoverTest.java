package org.planledger.core.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Counting days of cover (A-02, A-03, R-2.1-01 to R-2.1-11)")
class CountingDaysOfCoverTest {

  private static final LocalDate EFFECTIVE = LocalDate.of(2023, 1, 15);
  private static final ModelCode MAVIC_3 = new ModelCode("MAVIC_3");
  private static final ModelCode MAVIC_2_PRO = new ModelCode("MAVIC_2_PRO");
  private static final Part GIMBAL = Part.of("GIMBAL");

  private final Terms terms = ReleasedTerms.edition202210();

  @ParameterizedTest
  @CsvSource({
    "2023-01-15, 12, 2024-01-15, 2024-01-14",
    "2023-01-15, 24, 2025-01-15, 2025-01-14",
    "2024-02-29, 12, 2025-03-01, 2025-02-28",
    "2024-02-29, 24, 2026-03-01, 2026-02-28",
    "2023-02-28, 12, 2024-02-28, 2024-02-27",
    "2023-08-31, 6, 2024-03-01, 2024-02-29",
    "2023-10-31, 1, 2023-12-01, 2023-11-30",
    "2024-02-29, 48, 2028-02-29, 2028-02-28"
  })
  void a_window_ends_on_the_day_and_covers_the_day_before(
      LocalDate from, int months, LocalDate until, LocalDate lastDay) {
    Window window = Window.ofMonths(from, months);

    assertThat(window).isEqualTo(new Window(from, until));
    assertThat(window.lastDay()).isEqualTo(lastDay);
  }

  @Test
  void a_window_contains_its_first_day_and_not_its_end() {
    Window window = Window.ofMonths(EFFECTIVE, 12);

    assertThat(window.contains(EFFECTIVE.minusDays(1))).isFalse();
    assertThat(window.contains(EFFECTIVE)).isTrue();
    assertThat(window.contains(LocalDate.of(2024, 1, 14))).isTrue();
    assertThat(window.contains(LocalDate.of(2024, 1, 15))).isFalse();
  }

  @Test
  void a_leap_day_makes_two_years_731_days_long() {
    Window window = Window.ofMonths(EFFECTIVE, 24);

    assertThat(window.from().datesUntil(window.until()).count()).isEqualTo(731);
  }

  @Test
  void a_window_that_ends_before_it_begins_is_empty_and_has_no_last_day() {
    Window sameDay = new Window(EFFECTIVE, EFFECTIVE);
    Window backwards = new Window(EFFECTIVE, EFFECTIVE.minusDays(1));

    assertThat(sameDay.isEmpty()).isTrue();
    assertThat(backwards.isEmpty()).isTrue();
    assertThat(backwards.contains(EFFECTIVE)).isFalse();
    assertThat(new Window(EFFECTIVE, EFFECTIVE.plusDays(1)).isEmpty()).isFalse();
    assertThatThrownBy(sameDay::lastDay).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void months_are_counted_from_the_original_start_and_never_chained() {
    LocalDate start = LocalDate.of(2024, 2, 29);

    assertThat(Window.monthsAfter(start, 48)).isEqualTo(LocalDate.of(2028, 2, 29));
    assertThat(Window.monthsAfter(Window.monthsAfter(start, 24), 24))
        .isEqualTo(LocalDate.of(2028, 3, 1));
  }

  @Test
  void negative_months_are_refused() {
    assertThatThrownBy(() -> Window.monthsAfter(EFFECTIVE, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @ParameterizedTest(name = "{0} in {1}, {2}: warranty {3} months")
  @CsvSource({
    "ONE_YEAR, US, MAVIC_3, 12, 2024-01-15",
    "ONE_YEAR, US, MAVIC_2_PRO, 6, 2024-01-15",
    "ONE_YEAR, DE, MAVIC_3, 24, 2025-01-15",
    "TWO_YEAR, US, MAVIC_3, 12, 2025-01-15",
    "TWO_YEAR, US, MAVIC_2_PRO, 6, 2025-01-15",
    "TWO_YEAR, DE, MAVIC_3, 24, 2025-01-15"
  })
  @DisplayName("R-2.1-04 to R-2.1-07: the reward of the gimbal begins as the examples say")
  void the_reward_begins_when_the_plan_or_in_europe_the_official_warranty_ends(
      PlanType type, String regionCode, String model, int warrantyMonths, LocalDate start) {
    Region region = terms.region(new RegionCode(regionCode)).orElseThrow();
    int months = terms.warrantyMonths(region.code(), new ModelCode(model)).get(GIMBAL);
    LocalDate warrantyEnd = Window.monthsAfter(EFFECTIVE, months);
    LocalDate planEnd = Window.monthsAfter(EFFECTIVE, terms.figures(type).months());
    LocalDate rewardStart =
        terms.rewardAfterOfficialWarranty(type, region) && warrantyEnd.isAfter(planEnd)
            ? warrantyEnd
            : planEnd;

    assertThat(months).isEqualTo(warrantyMonths);
    assertThat(rewardStart).isEqualTo(start);
    assertThat(Window.ofMonths(rewardStart, terms.rewardMonths()).until())
        .isEqualTo(start.plusYears(1));
  }

  @Test
  @DisplayName("R-2.1-09 to R-2.1-11: an extended warranty follows the official one")
  void an_extended_warranty_runs_from_the_official_one_to_the_end_of_the_plan() {
    assertThat(extended("US", MAVIC_3))
        .isEqualTo(new Window(LocalDate.of(2024, 1, 15), LocalDate.of(2025, 1, 15)));
    assertThat(extended("US", MAVIC_2_PRO))
        .isEqualTo(new Window(LocalDate.of(2023, 7, 15), LocalDate.of(2025, 1, 15)));
    assertThat(extended("DE", MAVIC_3).isEmpty()).isTrue();
  }

  private Window extended(String region, ModelCode model) {
    int months = terms.warrantyMonths(new RegionCode(region), model).get(GIMBAL);
    return new Window(
        Window.monthsAfter(EFFECTIVE, months),
        Window.monthsAfter(EFFECTIVE, terms.figures(PlanType.TWO_YEAR).months()));
  }
}
