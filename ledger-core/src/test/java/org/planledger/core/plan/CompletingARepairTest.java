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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent.LinkRemoved;
import org.planledger.core.plan.PlanEvent.RepairCompleted;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Service;

class CompletingARepairTest {

  @Test
  @Proves(
      holding = {
        EXTENDED_WARRANTY_IS_FREE,
        WARRANTY_COSTS_NOTHING,
        EXTENDED_WARRANTY_UNLIMITED,
        EXTENDED_WARRANTY_ROW_1,
        CLAIMED_OR_FREE
      })
  void a_fault_under_the_extended_warranty_is_repaired_for_nothing_and_without_a_claim() {
    var story =
        given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT))
            .when(completeRepair(A))
            .thenAccepted()
            .goingOn();

    assertThat(story.theCase(A).settledUnder()).contains(Service.EXTENDED_WARRANTY);
    assertThat(story.left().extendedWarranty().available()).isEmpty();
    assertThat(Returning.used(story.plan())).containsExactly(Service.EXTENDED_WARRANTY);
  }

  @Test
  @Proves(holding = {REWARD_COVERS_THE_SAME, WARRANTY_COSTS_NOTHING})
  void a_fault_under_the_reward_is_repaired_for_nothing() {
    var story =
        given(aOneYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT))
            .when(completeRepair(A))
            .thenAccepted()
            .goingOn();

    assertThat(story.theCase(A).settledUnder()).contains(Service.SAFE_FLIGHT_REWARD);
  }

  @Test
  @Proves(refusing = {CLAIMED_OR_FREE, RECEIVED_FOR_ASSESSMENT})
  void nothing_is_repaired_that_did_not_come_in_and_that_nobody_chose() {
    given(aOneYearPlan(), openRepair(A))
        .when(completeRepair(A))
        .thenRefused(NOT_CONFIRMED, ORIGINAL_NOT_RECEIVED);
  }

  @Test
  @Proves(holding = FULL_PRICE)
  void the_customer_may_pay_the_full_price_and_use_nothing() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
            .when(completeRepair(A).atFullPrice())
            .thenAccepted()
            .onDevices()
            .goingOn();

    assertThat(story.theCase(A).stage()).isEqualTo(Stage.SETTLED);
    assertThat(story.left().replacement().available()).contains(2);
    assertThat(Reward.on(story.plan(), story.plan().sold().window().until()))
        .isEqualTo(Reward.EARNED);
  }

  @Test
  @Proves(holding = {FOLLOWED_AFTER_REPAIR, REPLACEMENT_SERIAL_FREE})
  void a_serial_that_changed_in_a_repair_is_followed_and_the_old_one_is_superseded() {
    var story =
        given(aOneYearPlan(), openRepair(A), openRepair(B), receive(A), assess(A))
            .when(completeRepair(A).as(S1).atFullPrice())
            .thenAccepted()
            .goingOn();

    assertThat(story.plan().head().orElseThrow().deviceId()).isEqualTo(S1);
    assertThat(story.plan().head().orElseThrow().cover())
        .isEqualTo(story.plan().chain().getFirst().cover());
    assertThat(story.device(S0).status()).isEqualTo(DeviceStatus.SUPERSEDED);
    assertThat(story.theCase(B).stage()).isEqualTo(Stage.LAPSED);
    story.when(openRepair(C).forDevice(S0)).thenRefused(SERIAL_SUPERSEDED);
  }

  @Test
  @Proves(refusing = {REPLACEMENT_SERIAL_FREE, KNOWN_PRODUCT})
  void the_new_serial_has_to_be_free_and_its_model_known() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .when(completeRepair(A).as(S0).model("PAPER_PLANE").atFullPrice())
        .thenRefused(PRODUCT_UNKNOWN, REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }

  @Test
  @Proves(holding = {UNLINKED_BY_THE_CENTRE, LINK_AGAIN, ACCOUNT_STAYS_LINKED})
  void a_controller_that_came_linked_goes_back_unlinked() {
    var story =
        given(aOneYearPlan())
            .and(bothLinks())
            .and(openRepair(A))
            .when(receive(A).controllerLinked(true))
            .thenAccepted()
            .goingOn()
            .and(assess(A));
    var completed = story.when(completeRepair(A).atFullPrice());

    completed
        .having(UNLINKED_BY_THE_CENTRE, Inputs.of("deviceId", S0))
        .then(
            new RepairCompleted(
                P1,
                completed.command().at(),
                A,
                Optional.empty(),
                S0,
                Optional.empty(),
                Optional.empty()),
            new LinkRemoved(P1, completed.command().at(), S0, LinkKind.CONTROLLER));
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void express_and_losses_and_claimed_replacements_are_no_repairs() {
    given(aOneYearPlan(), openExpress(A))
        .when(completeRepair(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
    given(aOneYearPlan(), openFlyaway(A))
        .when(completeRepair(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
        .when(completeRepair(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = ASSESSED_FIRST)
  void the_full_price_is_the_price_of_what_was_assessed() {
    given(aOneYearPlan(), openRepair(A), receive(A))
        .when(completeRepair(A).atFullPrice())
        .thenRefused(NOT_ASSESSED);
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void a_device_that_was_reported_lost_in_another_case_is_not_sent_back() {
    given(aOneYearPlan(), openRepair(A))
        .and(bothLinks())
        .and(reportedFlyaway(B))
        .and(receive(A), assess(A))
        .when(completeRepair(A).atFullPrice())
        .thenRefused(DEVICE_RESTRICTED);
  }

  @Test
  @Proves(refusing = REPLACEMENT_SERIAL_FREE)
  void a_unit_that_another_plan_covers_does_not_become_the_new_serial() {
    given(aPlan().called(P2).with(device(S1)), aOneYearPlan())
        .and(openRepair(A), receive(A), assess(A))
        .when(completeRepair(A).as(S1).atFullPrice())
        .thenRefused(REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }

  @Test
  void another_model_is_told_with_the_new_serial_it_belongs_to() {
    var repaired =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
            .and(completeRepair(A).as(S1).model("MINI_2").atFullPrice());

    assertThat(repaired.theCase(A).last(RepairCompleted.class).orElseThrow().newModel())
        .contains(model("MINI_2"));
    assertThat(repaired.plan().head().orElseThrow().model()).isEqualTo(model("MINI_2"));
  }

  @Test
  @Proves(holding = ONLY_THE_HEAD_IS_SERVED)
  void the_centre_unlinks_nothing_that_the_ledger_does_not_know_to_be_linked() {
    for (var plan :
        List.of(
            given(aOneYearPlan()),
            given(aOneYearPlan(), link(LinkKind.ACCOUNT)),
            given(aOneYearPlan(), link(LinkKind.CONTROLLER), unlink(LinkKind.CONTROLLER)),
            given(aOneYearPlan(), link(LinkKind.CONTROLLER).at("2023-12-01T10:00:00Z")))) {
      var completed =
          plan.and(openRepair(A).on("2023-03-01"), receive(A).controllerLinked(true), assess(A))
              .when(completeRepair(A).atFullPrice());

      completed
          .having(ONLY_THE_HEAD_IS_SERVED, Inputs.of("deviceId", S0).and("headDeviceId", S0))
          .without(UNLINKED_BY_THE_CENTRE)
          .then(
              new RepairCompleted(
                  P1,
                  completed.command().at(),
                  A,
                  Optional.empty(),
                  S0,
                  Optional.empty(),
                  Optional.empty()));
    }
  }
}
