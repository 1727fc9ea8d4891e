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

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.PlanReturned;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;

class ReturningAndExitingTest {

  private static final LocalDate DAY = LocalDate.parse("2023-06-01");

  @Test
  @Proves(
      holding = {
        PRODUCT_RETURNED_FIRST,
        NOTHING_USED,
        NO_CASE_OPEN,
        PLAN_STILL_RUNS,
        RETURNED_WITH_THE_PRODUCT,
        PRICE_PAID_BACK
      })
  void a_plan_of_which_nothing_was_used_goes_back_with_its_product() {
    var story =
        given(aOneYearPlan(), returnProduct("2023-01-20"))
            .when(returnPlan())
            .thenAccepted()
            .goingOn();

    assertThat(story.plan().last(PlanReturned.class).orElseThrow().refund())
        .isEqualTo(money("USD 239.00"));
    assertThat(PlanStatus.on(story.plan(), DAY)).isEqualTo(PlanStatus.RETURNED);
    assertThat(Reward.on(story.plan(), LocalDate.parse("2024-02-01"))).isEqualTo(Reward.FORFEITED);
  }

  @Test
  @Proves(refusing = PLAN_STILL_RUNS)
  void after_that_nothing_but_money_and_property_is_left() {
    var story = given(aOneYearPlan(), returnProduct("2023-01-20"), returnPlan());

    story.when(openRepair(A)).thenRefused(PLAN_ENDED);
    story.when(link(LinkKind.ACCOUNT)).thenRefused(PLAN_ENDED);
    story.when(returnPlan()).thenRefused(PLAN_ENDED);
    story.when(requestExit()).thenRefused(PLAN_ENDED);
    story.and(aPlan().called(P2));
    story.when(bind(device(S0)).to(P2)).thenRefused(ALREADY_BOUND_ONCE, SERIAL_ALREADY_COVERED);
  }

  @Test
  @Proves(refusing = PRODUCT_RETURNED_FIRST)
  void a_plan_whose_product_stays_cannot_be_returned() {
    given(aOneYearPlan()).when(returnPlan()).thenRefused(PRODUCT_NOT_RETURNED);
  }

  @Test
  @Proves(refusing = NOTHING_USED)
  void one_use_is_enough_to_keep_the_plan() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(returnProduct("2023-01-20"))
        .when(returnPlan())
        .thenRefused(SERVICE_ALREADY_USED);
    given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A), confirmMaintenance(A))
        .and(completeRepair(A), returnProduct("2023-01-20"))
        .when(returnPlan())
        .thenRefused(SERVICE_ALREADY_USED);
  }

  @Test
  void official_warranty_work_and_closed_cases_are_no_use() {
    given(aOneYearPlan(), openRepair(A), receive(A))
        .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope(), completeRepair(A))
        .and(openRepair(B), refuse(B), openRepair(C), withdraw(C), returnProduct("2023-02-20"))
        .when(returnPlan())
        .thenAccepted();
  }

  @Test
  @Proves(refusing = NO_CASE_OPEN)
  void an_open_case_keeps_the_plan() {
    given(aOneYearPlan(), openRepair(A), returnProduct("2023-01-20"))
        .when(returnPlan())
        .thenRefused(CASE_OPEN)
        .having(NO_CASE_OPEN, Inputs.of("openCases", List.of(A.toString())));
    given(aOneYearPlan(), openRepair(A), requestExit()).when(confirmExit()).thenRefused(CASE_OPEN);
  }

  @Test
  void a_request_to_leave_changes_nothing_by_itself() {
    given(aOneYearPlan(), requestExit()).when(openRepair(A)).thenAccepted();
  }

  @Test
  @Proves(holding = {EXIT_ASKED_FOR, NO_REFUND_ON_EXIT})
  void a_confirmed_exit_ends_every_service_the_reward_among_them() {
    var asked = given(aOneYearPlan()).when(requestExit()).thenAccepted();
    var story =
        asked
            .having(PLAN_STILL_RUNS, Inputs.none())
            .goingOn()
            .when(confirmExit())
            .thenAccepted()
            .having(PLAN_STILL_RUNS, Inputs.none())
            .goingOn();

    assertThat(PlanStatus.on(story.plan(), DAY)).isEqualTo(PlanStatus.EXITED);
    story.when(openRepair(A).on("2024-02-01")).thenRefused(PLAN_ENDED);
    story.when(grantReward("2024-02-01")).thenRefused(PLAN_ENDED);
  }

  @Test
  @Proves(refusing = EXIT_ASKED_FOR)
  void nobody_is_put_out_who_did_not_ask() {
    given(aOneYearPlan()).when(confirmExit()).thenRefused(EXIT_NOT_REQUESTED);
  }

  @Test
  void a_recovered_aircraft_and_money_due_outlive_the_plan() {
    var story =
        given(aTwoYearPlan())
            .and(bothLinks())
            .and(paidFlyaway(A))
            .and(ship(A, S1), recover(A), requestExit(), confirmExit());

    story.when(returnRecovered(A)).thenAccepted();
    story.when(refund(A).approvedBy("lead")).thenAccepted();
  }

  @Test
  @Proves(holding = PLAN_STILL_RUNS)
  void the_return_of_a_product_and_an_upgrade_rest_on_a_plan_that_still_runs() {
    Story.under(StoryLedger.EDITIONS)
        .and(aOneYearPlan())
        .when(upgradeOn("2023-08-01", "2023-07"))
        .thenAccepted()
        .having(PLAN_STILL_RUNS, Inputs.none())
        .goingOn()
        .when(returnProduct("2023-08-02"))
        .thenAccepted()
        .having(PLAN_STILL_RUNS, Inputs.none());
  }
}
