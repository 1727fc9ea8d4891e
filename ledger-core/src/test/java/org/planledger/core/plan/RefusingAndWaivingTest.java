package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.rule.Proves;
import org.planledger.core.rule.RefusalCode;

class RefusingAndWaivingTest {

  @Test
  @Proves(holding = REFUSED_BY_A_PERSON)
  void a_refused_case_is_closed_and_gives_back_what_it_held() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
            .when(refuse(A, PROCESS_NOT_FOLLOWED))
            .thenAccepted()
            .goingOn();

    assertThat(story.theCase(A).stage()).isEqualTo(Stage.REFUSED);
    assertThat(story.left().replacement().available()).contains(2);
    story.when(claim(A)).thenRefused(CASE_CLOSED);
    story.when(openRepair(B)).thenAccepted();
  }

  @Test
  @Proves(holding = {REFUSED_FOR_A_BORDER, NO_THIRD_PARTY, NO_LATER_LOSSES})
  void the_grounds_that_only_a_person_can_state_are_shown_with_their_clauses() {
    given(aOneYearPlan(), openRepair(A))
        .when(refuse(A, CROSS_BORDER_WITHOUT_CONSENT, THIRD_PARTY_NOT_AUTHORISED))
        .thenAccepted();
  }

  @Test
  void a_refusal_of_a_reported_loss_sets_the_aircraft_free() {
    var story =
        given(aOneYearPlan())
            .and(bothLinks())
            .and(reportedFlyaway(A))
            .when(refuse(A))
            .thenAccepted()
            .goingOn();

    assertThat(story.device(S0).restricted()).isFalse();
  }

  @Test
  @Proves(refusing = REFUSED_BY_A_PERSON)
  void a_paid_loss_cannot_be_refused_because_the_aircraft_has_changed_hands() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .when(refuse(A))
        .thenRefused(SERVICE_DUE);
  }

  @Test
  @Proves(
      refusing = {EXCLUDED_BY_A_FINDING, DELIBERATE_DAMAGE},
      holding = WAIVED_BY_TWO)
  void a_waived_exclusion_does_not_bar_the_claim_any_more() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A).finding("X-G-06"));

    story.when(claim(A)).thenRefused(EXCLUDED);
    story.when(waive(A, EXCLUDED)).thenAccepted().goingOn().when(claim(A)).thenAccepted();
  }

  @Test
  @Proves(
      holding = {
        FOREIGN_ACCESSORY, DELIBERATE_DAMAGE, AGAINST_THE_MANUAL, ILLEGAL_USE, FORCE_MAJEURE,
        RADIOACTIVITY, ENHANCEMENT, INDIRECT_LOSS, LEGAL_COSTS, THIRD_PARTY_LOSS
      })
  void a_waiver_lifts_every_general_exclusion_and_losses_never_paid_are_named() {
    given(aOneYearPlan(), openRepair(A), receive(A))
        .and(
            assess(A)
                .finding("X-G-03")
                .finding("X-G-06")
                .finding("X-G-07")
                .finding("X-G-08")
                .finding("X-G-09")
                .finding("X-G-10")
                .finding("X-G-11")
                .finding("X-G-12")
                .finding("X-G-13")
                .finding("X-R-03"))
        .and(waive(A, EXCLUDED))
        .when(claim(A))
        .thenAccepted();
  }

  @Test
  @Proves(
      refusing = {
        FOREIGN_ACCESSORY,
        DELIBERATE_DAMAGE,
        AGAINST_THE_MANUAL,
        ILLEGAL_USE,
        FORCE_MAJEURE,
        RADIOACTIVITY
      })
  void every_general_exclusion_of_a_case_bars_the_replacement_and_is_named() {
    given(aOneYearPlan(), openRepair(A), receive(A))
        .and(
            assess(A)
                .finding("X-G-03")
                .finding("X-G-06")
                .finding("X-G-07")
                .finding("X-G-08")
                .finding("X-G-09")
                .finding("X-G-10"))
        .when(claim(A))
        .thenRefused(EXCLUDED);
  }

  @Test
  @Proves(refusing = WAIVED_BY_TWO)
  void one_person_cannot_waive_and_quotas_never_are() {
    var story = given(aOneYearPlan(), openRepair(A));

    story.when(waive(A, "clerk", EXCLUDED)).thenRefused(NOT_WAIVABLE);
    story.when(waive(A, QUOTA_EXHAUSTED)).thenRefused(NOT_WAIVABLE);
    story.when(waive(A)).thenRefused(NOT_WAIVABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERIAL_SUPERSEDED", "FEE_NOT_PAID", "CASE_CLOSED", "USER_ERROR"})
  void serials_payments_and_stages_are_not_waived(String code) {
    given(aOneYearPlan(), openRepair(A))
        .when(waive(A, RefusalCode.valueOf(code)))
        .thenRefused(NOT_WAIVABLE);
  }

  @Test
  @Proves(
      refusing = PRODUCT_FROM_THE_REGION,
      holding = {PRODUCT_FROM_THE_REGION, WAIVED_BY_TWO})
  void an_application_brings_its_waiver_with_it() {
    var story = given(aPlan()).and(bind(device(S0).boughtIn("DE")).waiving(REGION_MISMATCH));

    assertThat(story.plan().head().orElseThrow().waiver()).isPresent();
    story.when(openRepair(A)).thenRefused(REGION_MISMATCH);
    var opened =
        story.when(openRepair(A).waiving(REGION_MISMATCH)).thenAccepted().goingOn().theCase(A);
    assertThat(opened.waived()).containsExactly(REGION_MISMATCH);
  }

  @Test
  @Proves(refusing = WAIVED_BY_TWO)
  void an_application_waived_by_one_person_is_refused() {
    given(aOneYearPlan())
        .when(openRepair(A).waiving("clerk", REGION_MISMATCH))
        .thenRefused(NOT_WAIVABLE);
  }

  @Test
  @Proves(refusing = SERVED_REGION)
  void nobody_can_waive_that_there_is_no_centre() {
    given(aOneYearPlan())
        .when(openRepair(A).inRegion("AQ").waiving(OUTSIDE_COVERAGE_AREA))
        .thenRefused(OUTSIDE_COVERAGE_AREA)
        .breaking(SERVED_REGION)
        .without(HOME_REGION, INTERNATIONAL_LINES);
    given(aOneYearPlan())
        .when(openRepair(A).inRegion("JP").waiving(OUTSIDE_COVERAGE_AREA))
        .thenAccepted();
  }

  @Test
  void a_late_application_that_was_let_in_can_use_the_plan_but_no_warranty_comes_with_it() {
    var story =
        given(aOneYearPlan())
            .and(openRepair(A).on("2025-06-01").waiving(OUTSIDE_VALIDITY), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());

    story.when(claim(A)).thenAccepted();
    story.when(completeRepair(A)).thenRefused(NOT_CONFIRMED);
  }
}
