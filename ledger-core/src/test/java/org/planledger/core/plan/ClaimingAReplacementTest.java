package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.ReplacementMode;

class ClaimingAReplacementTest {

  @Test
  @Proves(
      holding = {
        ONLY_THE_HEAD_IS_SERVED,
        SERVICE_OFFERED_FOR_PRODUCT,
        CAUSE_IS_COVERED,
        WINDOW_ONE_YEAR,
        QUOTA_ONE_YEAR,
        EXCLUDED_BY_A_FINDING,
        FEE_BY_ORDINAL,
        ASSESSED_FIRST,
        FEE_IS_CONFIGURED,
        STAGE_OF_THE_CASE,
        NOT_RESTRICTED,
        MODE_FITS_THE_CASE,
        CASE_STILL_OPEN
      })
  void a_claim_reserves_a_replacement_and_fixes_its_ordinal_and_its_fee() {
    var outcome = given(aOneYearPlan(), openRepair(A), receive(A), assess(A)).when(claim(A));

    outcome.then(
        new ReplacementClaimed(
            P1,
            outcome.command().at(),
            A,
            ReplacementMode.DAMAGE,
            1,
            new Fee(money("USD 159.00"), "shop listing, United States", false),
            false));
    var left = outcome.goingOn().left().replacement();
    assertThat(left.reserved()).isEqualTo(1);
    assertThat(left.used()).isZero();
    assertThat(left.available()).contains(1);
  }

  @Test
  void an_amount_nobody_ever_published_says_so() {
    given(aTwoYearPlan(), openRepair(A), receive(A), assess(A))
        .when(claim(A))
        .thenAccepted()
        .noticing(Notice.SAMPLE_FEE);
  }

  @Test
  @Proves(refusing = ASSESSED_FIRST)
  void the_customer_chooses_when_the_damage_was_assessed() {
    given(aOneYearPlan(), openRepair(A), receive(A)).when(claim(A)).thenRefused(NOT_ASSESSED);
  }

  @Test
  @Proves(refusing = FLYAWAY_FOR_THIS_PRODUCT)
  void a_product_without_flyaway_service_is_not_replaced_when_it_is_lost() {
    given(aPlan().with(device(S0).model("SPARK")))
        .and(openFlyaway(A), uploadFlightRecord(A), assess(A).as(Cause.FLYAWAY).damaged())
        .when(claim(A))
        .thenRefused(FLYAWAY_NOT_OFFERED);
  }

  @Test
  @Proves(refusing = SERVICE_OFFERED_FOR_PRODUCT)
  void a_product_without_replacement_is_not_replaced() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA").with(device(S0).model("BARE_KITE")))
        .and(openRepair(A), receive(A), assess(A))
        .when(claim(A))
        .thenRefused(SERVICE_NOT_OFFERED_FOR_PRODUCT);
  }

  @Test
  @Proves(refusing = FEE_IS_CONFIGURED)
  void a_claim_whose_fee_nobody_configured_is_never_free() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XC").with(device(S0).model("KITE")))
        .and(openRepair(A), receive(A), assess(A))
        .when(claim(A))
        .thenRefused(FEE_NOT_CONFIGURED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"ACCIDENT", "NORMAL_USE", "USER_ERROR", "QUALITY_FAULT"})
  @Proves(holding = CAUSE_IS_COVERED)
  void every_cause_but_a_loss_opens_the_replacement_of_a_damaged_device(Cause cause) {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A).as(cause))
        .when(claim(A))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = CAUSE_IS_COVERED)
  void a_loss_is_no_damage() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A).as(Cause.FLYAWAY))
        .when(claim(A))
        .thenRefused(CAUSE_NOT_COVERED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"ACCIDENT", "NORMAL_USE", "USER_ERROR"})
  @Proves(refusing = CAUSE_IS_COVERED)
  void damage_is_no_loss(Cause cause) {
    given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A), assess(A).as(cause))
        .when(claim(A))
        .thenRefused(CAUSE_NOT_COVERED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"FLYAWAY", "QUALITY_FAULT"})
  @Proves(holding = CAUSE_IS_COVERED)
  void a_loss_and_a_failure_that_led_to_one_open_the_flyaway(Cause cause) {
    given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A), assess(A).as(cause))
        .when(claim(A))
        .thenAccepted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-G-03", "X-G-06", "X-G-07", "X-G-08", "X-G-09", "X-G-10"})
  @Proves(refusing = EXCLUDED_BY_A_FINDING)
  void a_finding_that_bars_every_service_bars_the_replacement(String exclusion) {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A).finding(exclusion))
        .when(claim(A))
        .thenRefused(EXCLUDED)
        .having(EXCLUDED_BY_A_FINDING, Inputs.of("exclusions", List.of(exclusion)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-G-01", "X-G-02", "X-G-04", "X-G-05", "X-G-11", "X-G-12", "X-G-13", "X-R-01", "X-R-02",
        "X-R-03", "X-D-01", "X-W-03", "X-W-04", "X-W-05", "X-W-06", "X-W-07"
      })
  @Proves(holding = EXCLUDED_BY_A_FINDING)
  void a_finding_about_a_part_a_cost_or_another_service_does_not(String exclusion) {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A).finding(exclusion))
        .when(claim(A))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = FLYAWAY_LINKS_ENABLED)
  void a_flyaway_is_refused_when_the_centre_finds_that_a_link_was_not_enabled() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(openFlyaway(A), uploadFlightRecord(A))
        .and(assess(A).as(Cause.FLYAWAY).damaged().finding("X-R-02"))
        .when(claim(A))
        .thenRefused(LINK_MISSING)
        .having(FLYAWAY_LINKS_ENABLED, Inputs.of("exclusions", List.of("X-R-02")));
  }

  @Test
  @Proves(refusing = MODE_FITS_THE_CASE)
  void a_damaged_device_is_not_replaced_as_a_lost_one() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .when(claim(A).as(ReplacementMode.FLYAWAY))
        .thenRefused(CAUSE_NOT_COVERED, SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = FLYAWAY_ONLY)
  void a_lost_aircraft_is_not_replaced_as_a_damaged_one() {
    given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A), assess(A).as(Cause.FLYAWAY))
        .when(claim(A).as(ReplacementMode.DAMAGE))
        .thenRefused(CAUSE_NOT_COVERED, SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = FREE_ALTERNATIVE_SHOWN)
  void whoever_pays_for_what_would_be_free_has_to_know_it() {
    given(aOneYearPlan(), openRepair(A), receive(A))
        .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope())
        .when(claim(A))
        .thenRefused(FREE_ALTERNATIVE_NOT_ACKNOWLEDGED)
        .having(
            FREE_ALTERNATIVE_SHOWN,
            Inputs.of("freeAlternative", "OFFICIAL_WARRANTY").and("acknowledged", false));
  }

  @Test
  @Proves(holding = FREE_ALTERNATIVE_SHOWN)
  void whoever_knows_it_may_pay() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope())
            .when(claim(A).knowingOfTheFreeService())
            .thenAccepted()
            .goingOn();

    assertThat(story.theCase(A).claimed().orElseThrow().freeAlternativeAcknowledged()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "US, 2024-01-14, WINDOW_ONE_YEAR, true",
    "US, 2024-01-15, WINDOW_ONE_YEAR, false",
    "JP, 2024-01-15, WINDOW_ONE_YEAR, false"
  })
  void the_claim_is_judged_by_the_day_of_the_application(
      String region, String appliedOn, Rule rule, boolean holds) {
    var outcome =
        given(aPlan().in(region).with(device(S0)), openRepair(A).on(appliedOn), receive(A))
            .and(assess(A))
            .when(claim(A));

    assertThat(outcome.decision().conditions())
        .filteredOn(condition -> condition.rule() == rule)
        .extracting(condition -> condition.holds())
        .containsExactly(holds);
  }

  @Test
  @Proves(refusing = WINDOW_TWO_YEAR)
  void a_case_opened_under_the_reward_of_a_two_year_plan_claims_no_replacement() {
    given(aTwoYearPlan(), openRepair(A).on("2025-01-15"), receive(A), assess(A))
        .when(claim(A))
        .thenRefused(OUTSIDE_VALIDITY);
  }

  @Test
  @Proves(holding = WINDOW_ONE_YEAR)
  void a_claim_long_after_the_plan_is_accepted_for_a_case_that_was_opened_in_time() {
    given(aOneYearPlan(), openRepair(A).on("2024-01-14"), receive(A).on("2024-01-20"), assess(A))
        .when(claim(A))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = WINDOW_ONE_YEAR)
  void no_later_day_helps_a_case_that_was_opened_before_the_plan_began() {
    given(
            aPlan()
                .effectiveOn("2023-03-01")
                .purchasedOn("2023-01-15")
                .with(device(S0).underWarrantyFrom("2023-01-15")))
        .and(openRepair(A).on("2023-02-01"), receive(A), assess(A))
        .when(claim(A))
        .thenRefused(OUTSIDE_VALIDITY)
        .whateverTheDay();
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void a_device_that_was_reported_lost_in_another_case_is_not_replaced() {
    given(aOneYearPlan(), openRepair(B))
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .when(claim(B))
        .thenRefused(NOT_ASSESSED, DEVICE_RESTRICTED);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void a_case_claims_once() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
        .when(claim(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void an_express_case_has_claimed_already() {
    given(aOneYearPlan(), openExpress(A), receive(A))
        .when(claim(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void a_closed_case_claims_nothing_and_hears_no_other_ground() {
    given(aOneYearPlan(), openRepair(A), withdraw(A))
        .when(claim(A).as(ReplacementMode.FLYAWAY))
        .thenRefused(CASE_CLOSED);
  }

  @Test
  void every_ground_against_a_claim_is_named_in_the_order_of_the_catalogue() {
    given(aOneYearPlan().with(device(S0).model("SPARK")))
        .and(replaced(A, S1))
        .and(replaced(B, S2))
        .and(openRepair(C), receive(C))
        .and(assess(C).as(Cause.USER_ERROR).finding("X-G-06").finding("X-R-02"))
        .when(claim(C).as(ReplacementMode.FLYAWAY))
        .thenRefused(
            FLYAWAY_NOT_OFFERED,
            LINK_MISSING,
            CAUSE_NOT_COVERED,
            QUOTA_EXHAUSTED,
            EXCLUDED,
            SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(holding = FLYAWAY_LINKS_ENABLED)
  void another_finding_about_a_loss_is_no_missing_link() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(openFlyaway(A), uploadFlightRecord(A))
        .and(assess(A).as(Cause.FLYAWAY).damaged().finding("X-R-03"))
        .when(claim(A))
        .thenAccepted()
        .having(FLYAWAY_LINKS_ENABLED, Inputs.of("exclusions", List.of()));
  }
}
