package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.plan.PlanSteps.APlan;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;

class CoveringTest {

  @ParameterizedTest
  @CsvSource({
    "2023-01-15, ONE_YEAR, 2024-01-15, 2024-01-14",
    "2023-01-15, TWO_YEAR, 2025-01-15, 2025-01-14",
    "2024-02-29, ONE_YEAR, 2025-03-01, 2025-02-28",
    "2024-02-29, TWO_YEAR, 2026-03-01, 2026-02-28",
    "2023-02-28, ONE_YEAR, 2024-02-28, 2024-02-27"
  })
  @Proves(holding = WINDOW_START)
  void a_plan_covers_whole_days_from_its_beginning_to_the_day_before_its_end(
      String effectiveOn, PlanType type, String end, String lastDay) {
    var story = given();
    var purchase = plan(type).effectiveOn(effectiveOn);
    var window =
        story
            .when(purchase)
            .thenAccepted()
            .having(WINDOW_START, Inputs.of("effectiveOn", effectiveOn))
            .goingOn()
            .plan()
            .sold()
            .window();

    assertThat(window).isEqualTo(new Window(LocalDate.parse(effectiveOn), LocalDate.parse(end)));
    assertThat(window.lastDay()).isEqualTo(lastDay);
  }

  /// Effective day and beginning of the warranty are 15 January 2023; `-` is an empty window.
  @ParameterizedTest
  @CsvSource({
    "ONE_YEAR, US, 12, -, 2024-01-15/2025-01-15",
    "ONE_YEAR, US,  6, -, 2024-01-15/2025-01-15",
    "ONE_YEAR, DE, 24, -, 2025-01-15/2026-01-15",
    "TWO_YEAR, US, 12, 2024-01-15/2025-01-15, 2025-01-15/2026-01-15",
    "TWO_YEAR, US,  6, 2023-07-15/2025-01-15, 2025-01-15/2026-01-15",
    "TWO_YEAR, DE, 24, -, 2025-01-15/2026-01-15"
  })
  void extended_warranty_and_reward_follow_plan_region_and_official_warranty(
      PlanType type, String region, int gimbalMonths, String extended, String reward) {
    var cover =
        given(plan(type).in(region).with(device(S0).warranty(GIMBAL, gimbalMonths)))
            .plan()
            .head()
            .orElseThrow()
            .cover();

    assertThat(window(cover.extendedWarranty().get(GIMBAL))).isEqualTo(extended);
    assertThat(window(cover.reward().get(GIMBAL))).isEqualTo(reward);
  }

  @Test
  @Proves(holding = {REWARD_AFTER_PLAN, REWARD_LENGTH})
  void the_reward_of_a_one_year_plan_begins_where_the_plan_ends() {
    given()
        .when(aOneYearPlan())
        .thenAccepted()
        .having(REWARD_AFTER_PLAN, Inputs.of("planEnd", "2024-01-15").and("from", "2024-01-15"))
        .having(REWARD_LENGTH, Inputs.of("months", 12).and("until", "2025-01-15"));
  }

  @Test
  @Proves(holding = REWARD_AFTER_WARRANTY)
  void in_europe_the_reward_of_a_one_year_plan_waits_for_the_official_warranty() {
    var plan = aOneYearPlan().in("DE").effectiveOn("2023-06-15");
    var bought = device(S0).underWarrantyFrom("2022-01-15").warranty(GIMBAL, 24);
    var cover =
        given()
            .when(plan.with(bought))
            .thenAccepted()
            .goingOn()
            .plan()
            .head()
            .orElseThrow()
            .cover();

    assertThat(window(cover.reward().get(GIMBAL)))
        .as("the later of the end of the plan and the end of a warranty that ended before it")
        .isEqualTo("2024-06-15/2025-06-15");
  }

  @Test
  @Proves(holding = {REWARD_TWO_YEAR, EXTENDED_WARRANTY_MAY_BE_EMPTY})
  void a_warranty_of_two_years_leaves_a_two_year_plan_nothing_to_extend() {
    given()
        .when(aTwoYearPlan().in("DE"))
        .thenAccepted()
        .having(REWARD_TWO_YEAR, Inputs.of("planEnd", "2025-01-15").and("from", "2025-01-15"))
        .having(EXTENDED_WARRANTY_MAY_BE_EMPTY, Inputs.of("planEnd", "2025-01-15"));
  }

  @Test
  void an_extended_warranty_never_begins_before_the_plan() {
    var cover =
        given(aTwoYearPlan().with(device(S0).underWarrantyFrom("2020-01-15")))
            .plan()
            .head()
            .orElseThrow()
            .cover();

    assertThat(window(cover.officialWarranty().get(GIMBAL))).isEqualTo("2020-01-15/2021-01-15");
    assertThat(window(cover.extendedWarranty().get(GIMBAL))).isEqualTo("2023-01-15/2025-01-15");
  }

  @Test
  void a_part_has_one_warranty_under_all_of_its_names() {
    var cover =
        given(
                aTwoYearPlan()
                    .with(
                        device(S0)
                            .model("RS_3")
                            .warranty(Part.of("BG21_GRIP"), 18)
                            .warranty(GIMBAL, 12)))
            .plan()
            .head()
            .orElseThrow()
            .cover();

    assertThat(window(cover.officialWarranty().get(Part.of("GRIP"))))
        .isEqualTo("2023-01-15/2024-07-15");
    assertThat(cover.extendedWarranty()).containsOnlyKeys(Part.of("GRIP"), GIMBAL);
  }

  @Test
  @Proves(refusing = NO_EXTENDED_WARRANTY_ONE_YEAR)
  void a_one_year_plan_has_no_extended_warranty() {
    assertThat(extendedWarranty(aOneYearPlan(), "2023-06-01").codes())
        .containsExactly(SERVICE_NOT_IN_PLAN);
  }

  @Test
  @Proves(
      holding = {NO_EXTENDED_WARRANTY_ONE_YEAR, EXTENDED_WARRANTY_END},
      refusing = EXTENDED_WARRANTY_START)
  void an_extended_warranty_has_not_begun_while_the_official_one_runs() {
    var offer = extendedWarranty(aTwoYearPlan(), "2024-01-14");

    assertThat(offer.codes()).containsExactly(OUTSIDE_VALIDITY);
    assertThat(offer.conditions())
        .filteredOn(condition -> !condition.holds())
        .extracting(condition -> condition.wouldHoldFrom())
        .containsExactly(Optional.of(LocalDate.parse("2024-01-15")));
  }

  @Test
  @Proves(holding = {EXTENDED_WARRANTY_START, EXTENDED_WARRANTY_END})
  void an_extended_warranty_runs_from_the_end_of_the_official_one_to_the_end_of_the_plan() {
    assertThat(extendedWarranty(aTwoYearPlan(), "2024-01-15").open()).isTrue();
    assertThat(extendedWarranty(aTwoYearPlan(), "2025-01-14").open()).isTrue();
  }

  @Test
  @Proves(holding = EXTENDED_WARRANTY_START, refusing = EXTENDED_WARRANTY_END)
  void an_extended_warranty_ends_with_the_plan() {
    assertThat(extendedWarranty(aTwoYearPlan(), "2025-01-15").codes())
        .containsExactly(OUTSIDE_VALIDITY);
  }

  @Test
  @Proves(holding = EXTENDED_WARRANTY_MAY_BE_EMPTY, refusing = EXTENDED_WARRANTY_START)
  void no_day_opens_an_extended_warranty_that_is_empty() {
    var offer = extendedWarranty(aTwoYearPlan().in("DE"), "2024-06-01", "DE");

    assertThat(offer.codes()).containsExactly(OUTSIDE_VALIDITY);
    assertThat(offer.conditions())
        .filteredOn(condition -> !condition.holds())
        .extracting(condition -> condition.wouldHoldFrom())
        .containsExactly(Optional.empty());
  }

  @Test
  @Proves(holding = REWARD_FOR_SAFE_FLIGHT)
  void a_reward_that_was_earned_is_open_at_the_counter() {
    assertThat(reward(given(aOneYearPlan()), S0).open()).isTrue();
  }

  @Test
  @Proves(refusing = REWARD_FOR_SAFE_FLIGHT)
  void a_reward_that_was_forfeited_is_not() {
    assertThat(reward(given(aOneYearPlan()).and(replaced(A, S1)), S1).codes())
        .as("the plan is over, and no reward opens a case any more")
        .containsExactly(OUTSIDE_VALIDITY, SERVICE_NOT_APPLICABLE);
  }

  private static Offer extendedWarranty(APlan plan, String on) {
    return extendedWarranty(plan, on, "US");
  }

  private static Offer extendedWarranty(APlan plan, String on, String region) {
    return of(Service.EXTENDED_WARRANTY, given(plan).atTheCounter(S0, on, region));
  }

  private static Offer reward(Story story, DeviceId device) {
    return of(Service.SAFE_FLIGHT_REWARD, story.atTheCounter(device, "2024-02-01", "US"));
  }

  private static Offer of(Service service, List<Eligibility> rows) {
    return rows.stream()
        .map(Eligibility::offer)
        .filter(offer -> offer.service() == service)
        .findFirst()
        .orElseThrow();
  }

  private static APlan plan(PlanType type) {
    return switch (type) {
      case ONE_YEAR -> aOneYearPlan();
      case TWO_YEAR -> aTwoYearPlan();
    };
  }

  private static String window(Window window) {
    return window == null || window.isEmpty() ? "-" : window.from() + "/" + window.until();
  }
}
