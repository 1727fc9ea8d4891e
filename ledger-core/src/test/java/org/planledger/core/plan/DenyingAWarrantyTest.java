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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;

class DenyingAWarrantyTest {

  @Test
  @Proves(refusing = {WARRANTY_OF_THE_PLAN, NOT_THE_USERS_FAULT})
  void damage_out_of_scope_and_a_users_mistake_are_no_matter_of_a_warranty() {
    var crash =
        given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.USER_ERROR));

    assertThat(denial(crash, Service.OFFICIAL_WARRANTY))
        .containsExactly(OUT_OF_SCOPE, OUTSIDE_VALIDITY);
    assertThat(denial(crash, Service.EXTENDED_WARRANTY)).containsExactly(USER_ERROR);
    assertThat(denial(crash, Service.SAFE_FLIGHT_REWARD))
        .containsExactly(USER_ERROR, OUTSIDE_VALIDITY, SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(holding = {WARRANTY_OF_THE_PLAN, NOT_THE_USERS_FAULT, ON_THE_LIST})
  void a_warranty_that_has_not_begun_says_when_it_would_have_run() {
    var early =
        given(aTwoYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());
    assertThat(denial(early, Service.EXTENDED_WARRANTY)).containsExactly(OUTSIDE_VALIDITY);

    var late =
        given(aTwoYearPlan(), openRepair(A).on("2025-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());
    assertThat(denial(late, Service.OFFICIAL_WARRANTY)).containsExactly(OUTSIDE_VALIDITY);
    assertThat(denial(late, Service.EXTENDED_WARRANTY)).containsExactly(OUTSIDE_VALIDITY);
  }

  @Test
  @Proves(refusing = NO_EXTENDED_WARRANTY_ONE_YEAR)
  void a_one_year_plan_has_none_at_all() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).damaged(BATTERY));

    assertThat(denial(story, Service.EXTENDED_WARRANTY)).containsExactly(SERVICE_NOT_IN_PLAN);
  }

  @Test
  @Proves(
      refusing = {
        NO_QUALITY_ISSUE,
        UNSUITABLE_CONDITIONS,
        AIRWORTHINESS,
        WARRANTY_AGAINST_THE_MANUAL,
        DEFECTIVE_BATTERY
      },
      holding = LOSS_BESIDE_A_WARRANTY)
  void every_exclusion_of_the_extended_warranty_is_named_and_no_other_service_is_barred() {
    var story = excluded();

    assertThat(denial(story, Service.EXTENDED_WARRANTY)).containsExactly(EXCLUDED);
    story.when(claim(A)).thenAccepted();
    story.when(claimDiscount(A)).thenAccepted();
  }

  @Test
  @Proves(
      holding = {
        NO_QUALITY_ISSUE,
        UNSUITABLE_CONDITIONS,
        AIRWORTHINESS,
        WARRANTY_AGAINST_THE_MANUAL,
        DEFECTIVE_BATTERY
      })
  void two_persons_can_give_the_warranty_back() {
    var waived = excluded().and(waive(A, EXCLUDED));

    assertThat(waived.offers(A).getFirst().service()).isEqualTo(Service.EXTENDED_WARRANTY);
    assertThat(denial(waived, Service.SAFE_FLIGHT_REWARD)).doesNotContain(EXCLUDED);
    waived.when(completeRepair(A)).thenAccepted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-G-01", "X-G-02", "X-G-04", "X-G-05", "X-W-01", "X-W-08"})
  void a_finding_that_takes_the_only_failed_part_leaves_nothing_to_serve(String finding) {
    var story = failed("GIMBAL", finding);

    assertThat(denial(story, Service.EXTENDED_WARRANTY)).containsExactly(PART_NOT_COVERED);
  }

  @Test
  @Proves(
      refusing = {
        ON_THE_LIST,
        PROVIDERS_PRODUCT,
        STOLEN_PART,
        UNAUTHORISED_REPAIR,
        LOST_PART_UNDER_WARRANTY,
        COSMETIC_DAMAGE
      })
  void each_of_these_findings_is_named() {
    for (var id : List.of("X-G-01", "X-G-02", "X-G-04", "X-G-05", "X-W-01", "X-W-08")) {
      denial(failed("GIMBAL", id), Service.EXTENDED_WARRANTY);
    }
  }

  @Test
  @Proves(
      holding = {
        PROVIDERS_PRODUCT,
        STOLEN_PART,
        UNAUTHORISED_REPAIR,
        LOST_PART_UNDER_WARRANTY,
        COSMETIC_DAMAGE
      })
  void a_part_that_failed_beside_them_is_still_served() {
    var story =
        given(aTwoYearPlan(), openRepair(A).on("2024-01-15"), receive(A))
            .and(
                assess(A)
                    .as(Cause.QUALITY_FAULT)
                    .damaged(GIMBAL, MAIN_CONTROLLER)
                    .finding("X-G-02", GIMBAL)
                    .finding("X-G-04", GIMBAL)
                    .finding("X-G-05", GIMBAL)
                    .finding("X-W-01", GIMBAL)
                    .finding("X-W-08", GIMBAL));

    // The warranty of the main controller has another day to run.
    assertThat(denial(story, Service.SAFE_FLIGHT_REWARD))
        .containsExactly(OUTSIDE_VALIDITY, SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = LOST_COMPONENTS, holding = LOST_COMPONENTS)
  void a_lost_component_bars_the_replacement_until_its_material_is_paid() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY))
            .and(assess(A).finding("X-R-01"), claim(A), pay(A));
    story.when(ship(A, S1)).thenRefused(COMPONENTS_MISSING);
    var due = Parts.openMaterial(story.plan(), story.theCase(A), story.terms()).orElseThrow();

    story
        .and(payMaterial(A).of(due.currency() + " " + due.minor()))
        .when(ship(A, S1))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = {EXTENDED_WARRANTY_START, EXTENDED_WARRANTY_END, APPLIED_IN_TIME})
  void a_warranty_says_whether_it_has_not_begun_or_is_over() {
    assertThat(broken(faultOn("2023-06-01"), Service.EXTENDED_WARRANTY))
        .containsExactly(EXTENDED_WARRANTY_START);
    assertThat(broken(faultOn("2025-01-15"), Service.EXTENDED_WARRANTY))
        .containsExactly(EXTENDED_WARRANTY_END);
    assertThat(broken(faultOn("2024-06-01"), Service.SAFE_FLIGHT_REWARD))
        .containsExactly(REWARD_FOR_SAFE_FLIGHT, APPLIED_IN_TIME);
    assertThat(broken(faultOn("2025-01-15"), Service.OFFICIAL_WARRANTY))
        .containsExactly(WARRANTY_OF_THE_PLAN, APPLIED_IN_TIME);
  }

  @Test
  void a_part_that_a_warranty_does_not_list_is_named() {
    var story =
        given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).damaged(BATTERY));

    assertThat(story.denied(A, Service.EXTENDED_WARRANTY).conditions())
        .filteredOn(condition -> condition.rule() == ON_THE_LIST)
        .extracting(condition -> condition.inputs())
        .containsExactly(
            Inputs.of("damaged", List.of("BATTERY"))
                .and("service", "EXTENDED_WARRANTY")
                .and("listed", List.of()));
  }

  private static Story faultOn(String day) {
    return given(aTwoYearPlan(), openRepair(A).on(day), receive(A))
        .and(assess(A).as(Cause.QUALITY_FAULT));
  }

  private static List<Rule> broken(Story story, Service warranty) {
    return story.denied(A, warranty).conditions().stream()
        .filter(condition -> !condition.holds())
        .map(Condition::rule)
        .toList();
  }

  private static Story excluded() {
    return given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
        .and(
            assess(A)
                .as(Cause.QUALITY_FAULT)
                .finding("X-W-02")
                .finding("X-W-03")
                .finding("X-W-04")
                .finding("X-W-05")
                .finding("X-W-06")
                .finding("X-W-07"));
  }

  private static Story failed(String part, String finding) {
    return given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
        .and(assess(A).as(Cause.QUALITY_FAULT).damaged(Part.of(part)).finding(finding));
  }

  private static List<RefusalCode> denial(Story story, Service warranty) {
    return story.denied(A, warranty).codes();
  }
}
