package org.planledger.core.finance.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountingWorkingDaysTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 4, 3);
  private static final LocalDate EASTER_MONDAY = LocalDate.of(2026, 4, 6);

  @Test
  void from_friday_to_monday_is_one_day() {
    var days = WorkingDays.without(Set.of());

    assertThat(days.between(FRIDAY, FRIDAY)).isZero();
    assertThat(days.between(FRIDAY, FRIDAY.plusDays(1))).isZero();
    assertThat(days.between(FRIDAY, FRIDAY.plusDays(2))).isZero();
    assertThat(days.between(FRIDAY, FRIDAY.plusDays(3))).isEqualTo(1);
    assertThat(days.between(FRIDAY, FRIDAY.plusDays(7))).isEqualTo(5);
    assertThat(days.between(FRIDAY.plusDays(3), FRIDAY)).isEqualTo(-1);
  }

  @Test
  void nobody_works_on_a_holiday() {
    var days = WorkingDays.without(Set.of(EASTER_MONDAY));

    assertThat(days.between(FRIDAY, EASTER_MONDAY)).isZero();
    assertThat(days.between(FRIDAY, EASTER_MONDAY.plusDays(1))).isEqualTo(1);
    assertThat(days.includes(EASTER_MONDAY)).isFalse();
    assertThat(days.includes(FRIDAY)).isTrue();
    assertThat(days.includes(FRIDAY.plusDays(1))).isFalse();
  }

  @Test
  void a_holiday_at_a_weekend_changes_nothing() {
    assertThat(WorkingDays.without(Set.of(FRIDAY.plusDays(1))).between(FRIDAY, EASTER_MONDAY))
        .isEqualTo(1);
  }

  @Test
  void counting_is_the_same_as_going_from_day_to_day() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var holidays =
        Set.of(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(1969, 12, 25),
            EASTER_MONDAY);
    var days = WorkingDays.without(holidays);
    for (int i = 0; i < 2_000; i++) {
      var from = LocalDate.ofEpochDay(random.nextInt(-200, 22_000));
      var to = from.plusDays(random.nextInt(500));
      int count = 0;
      for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
        count += days.includes(day) ? 1 : 0;
      }
      assertThat(days.between(from, to)).isEqualTo(count);
      assertThat(days.between(to, from)).isEqualTo(-count);
    }
  }

  @Test
  void an_age_lies_in_one_band() {
    assertThat(AgeBand.of(-3)).isEqualTo(AgeBand.DAYS_0_TO_1);
    assertThat(AgeBand.of(1)).isEqualTo(AgeBand.DAYS_0_TO_1);
    assertThat(AgeBand.of(2)).isEqualTo(AgeBand.DAYS_2_TO_3);
    assertThat(AgeBand.of(4)).isEqualTo(AgeBand.DAYS_4_TO_7);
    assertThat(AgeBand.of(7)).isEqualTo(AgeBand.DAYS_4_TO_7);
    assertThat(AgeBand.of(8)).isEqualTo(AgeBand.DAYS_8_TO_30);
    assertThat(AgeBand.of(30)).isEqualTo(AgeBand.DAYS_8_TO_30);
    assertThat(AgeBand.of(31)).isEqualTo(AgeBand.DAYS_OVER_30);
  }
}
