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
import org.planledger.core.plan.PlanEvent.RewardForfeited;
import org.planledger.core.plan.PlanEvent.RewardGranted;
import org.planledger.core.plan.PlanEvent.ServiceExhausted;
import org.planledger.core.plan.PlanEvent.ServiceExpired;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Service;

class ExpiringTest {

  @Test
  @Proves(holding = SERVICE_IS_OVER, refusing = SERVICE_IS_OVER)
  void a_service_expires_by_its_own_period_and_once() {
    var story = given(aTwoYearPlan());

    story
        .when(expire(Service.REPLACEMENT, "2025-01-14"))
        .thenRefused(SERVICE_NOT_APPLICABLE)
        .untilItHoldsFrom("2025-01-15");
    story.when(expire(Service.REPLACEMENT, "2025-01-15")).thenAccepted().goingOn();
    assertThat(story.plan().last(ServiceExpired.class).orElseThrow().service())
        .isEqualTo(Service.REPLACEMENT);
    story
        .when(expire(Service.REPLACEMENT, "2025-01-16"))
        .thenRefused(SERVICE_NOT_APPLICABLE)
        .whateverTheDay()
        .having(
            SERVICE_IS_OVER,
            Inputs.of("service", "REPLACEMENT")
                .and("on", "2025-01-16")
                .and("until", "2025-01-15")
                .and("recorded", true));
    story.when(expire(Service.EXTENDED_WARRANTY, "2025-01-15")).thenAccepted();
    story
        .when(expire(Service.SAFE_FLIGHT_REWARD, "2025-06-15"))
        .thenRefused(SERVICE_NOT_APPLICABLE);
    story.when(expire(Service.SAFE_FLIGHT_REWARD, "2026-01-15")).thenAccepted();
    story.when(expire(Service.OFFICIAL_WARRANTY, "2030-01-15")).thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(holding = QUOTA_IS_REACHED, refusing = QUOTA_IS_REACHED)
  void a_service_of_which_nothing_is_left_is_exhausted_once() {
    var story = given(aOneYearPlan()).and(replaced(A, S1)).and(replaced(B, S2));

    story.when(expire(Service.REPLACEMENT, "2023-06-01")).thenAccepted().goingOn();
    assertThat(story.plan().has(ServiceExhausted.class)).isTrue();
    story.when(expire(Service.REPLACEMENT, "2023-06-02")).thenRefused(SERVICE_NOT_APPLICABLE);
    story.when(expire(Service.REPAIR_DISCOUNT, "2023-06-02")).thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(
      holding = {
        A_YEAR_FOR_SAFE_FLIGHT,
        REWARD_UNASKED,
        REWARD_BY_AGREEMENT,
        REWARD_COVERS_THE_SAME,
        REWARD_WAITS_FOR_CASES,
        REWARD_NEEDS_A_PRODUCT
      })
  void the_reward_is_granted_when_the_plan_is_over_and_nothing_was_used() {
    var story =
        given(aOneYearPlan())
            .when(grantReward("2024-01-15"))
            .thenAccepted()
            .having(A_YEAR_FOR_SAFE_FLIGHT, Inputs.of("used", false).and("granted", true))
            .having(REWARD_BY_AGREEMENT, Inputs.of("named", true))
            .goingOn();

    var granted = story.plan().last(RewardGranted.class).orElseThrow();
    assertThat(granted.windows()).isEqualTo(story.plan().head().orElseThrow().cover().reward());
    story.when(grantReward("2024-01-16")).thenRefused(SERVICE_NOT_APPLICABLE).whateverTheDay();
  }

  @Test
  void a_used_replacement_or_discount_forfeits_it_and_maintenance_does_not() {
    var used = given(aOneYearPlan()).and(replaced(A, S1)).and(grantReward("2024-01-15"));
    assertThat(used.plan().last(RewardForfeited.class).orElseThrow().reason())
        .isEqualTo(SERVICE_ALREADY_USED);

    var repaired =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claimDiscount(A), pay(A))
            .and(completeRepair(A), grantReward("2024-01-15"));
    assertThat(repaired.plan().has(RewardForfeited.class)).isTrue();

    var maintained =
        given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A), confirmMaintenance(A))
            .and(completeRepair(A), grantReward("2024-01-15"));
    assertThat(maintained.plan().has(RewardGranted.class)).isTrue();
  }

  @Test
  void a_product_without_a_reward_forfeits_it_for_that_reason() {
    var story =
        given(aPlan().with(device(S0).model("PHANTOM_4_PRO")))
            .when(grantReward("2024-01-15"))
            .thenAccepted()
            .having(A_YEAR_FOR_SAFE_FLIGHT, Inputs.of("used", false).and("granted", false))
            .having(REWARD_BY_AGREEMENT, Inputs.of("named", false))
            .without(REWARD_COVERS_THE_SAME)
            .goingOn();

    assertThat(story.plan().last(RewardForfeited.class).orElseThrow().reason())
        .isEqualTo(PRODUCT_NOT_IN_AGREEMENT);
  }

  @Test
  @Proves(refusing = {REWARD_UNASKED, REWARD_WAITS_FOR_CASES})
  void it_waits_for_the_end_and_for_the_cases_that_can_use_it_up() {
    given(aOneYearPlan())
        .when(grantReward("2024-01-14"))
        .thenRefused(SERVICE_NOT_APPLICABLE)
        .untilItHoldsFrom("2024-01-15");
    given(aOneYearPlan(), openRepair(A).on("2024-01-14"), receive(A))
        .when(grantReward("2024-01-20"))
        .thenRefused(CASE_OPEN)
        .having(REWARD_WAITS_FOR_CASES, Inputs.of("openCases", List.of(A.toString())));
  }

  @Test
  @Proves(refusing = REWARD_NEEDS_A_PRODUCT)
  void a_plan_that_never_had_a_device_has_none_and_records_nothing() {
    given(aPlan()).when(grantReward("2024-01-20")).thenRefused(PLAN_ENDED);
  }

  @Test
  void a_reward_that_a_reopened_case_used_up_is_recorded_anew() {
    var story =
        given(aOneYearPlan(), openExpress(A).on("2024-01-11").dueOn("2024-01-16"))
            .and(lapse(A).on("2024-01-17"), grantReward("2024-01-18"))
            .and(sendIn(A).on("2024-01-16"), receive(A).on("2024-01-19"), ship(A, S1));

    story.when(grantReward("2024-01-20")).thenAccepted();
  }

  @Test
  @Proves(holding = QUOTA_IS_REACHED)
  void the_exhaustion_of_one_service_is_not_that_of_another() {
    var story =
        given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A), confirmMaintenance(A))
            .and(completeRepair(A))
            .and(replaced(B, S1))
            .and(replaced(C, S2))
            .and(expire(Service.REPLACEMENT, "2023-06-01"));

    story.when(expire(Service.MAINTENANCE, "2023-06-01")).thenAccepted();
  }

  @Test
  @Proves(refusing = SERVICE_IS_OVER)
  void a_service_of_which_a_plan_never_had_any_is_not_exhausted() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA").with(device(S0).model("KITE")))
        .when(expire(Service.REPAIR_DISCOUNT, "2023-06-01"))
        .thenRefused(SERVICE_NOT_APPLICABLE)
        .untilItHoldsFrom("2024-01-15");
  }

  @Test
  @Proves(refusing = SERVICE_IS_OVER)
  void a_reward_that_was_used_up_has_no_days_that_could_end() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .when(expire(Service.SAFE_FLIGHT_REWARD, "2025-01-15"))
        .thenRefused(SERVICE_NOT_APPLICABLE)
        .whateverTheDay();
  }

  @Test
  @Proves(holding = REWARD_WAITS_FOR_CASES)
  void a_case_that_cannot_change_the_reward_any_more_holds_its_record_up_no_longer() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(openRepair(B).on("2024-01-14"))
        .when(grantReward("2024-01-20"))
        .thenAccepted();
    given(aOneYearPlan(), openRepair(A).on("2024-01-15"))
        .when(grantReward("2024-01-20"))
        .thenAccepted();
  }
}
