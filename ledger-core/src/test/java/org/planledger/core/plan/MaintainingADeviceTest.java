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
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Service;

class MaintainingADeviceTest {

  @Test
  @Proves(
      holding = {
        TASKS_OF_MAINTENANCE,
        MAINTENANCE_QUOTA,
        MAINTENANCE_ROW,
        EASILY_WORN,
        MAINTENANCE_COSTS_NOTHING,
        DAMAGED_PART_IN_MAINTENANCE,
        DEVICE_AND_CONTROLLER_SENT_IN,
        MAINTENANCE_PERFORMED
      })
  void worn_parts_are_replaced_for_nothing_and_damaged_ones_are_paid() {
    var story =
        given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A))
            .when(confirmMaintenance(A, "PROPELLERS", "LENS_PROTECTOR", "MOTORS"))
            .thenAccepted()
            .having(EASILY_WORN, Inputs.of("free", List.of("LENS_PROTECTOR", "PROPELLER_PAIR")))
            .having(MAINTENANCE_COSTS_NOTHING, Inputs.of("chargeable", true))
            .having(DAMAGED_PART_IN_MAINTENANCE, Inputs.of("parts", List.of("MOTORS")))
            .goingOn();

    var performed = story.theCase(A).last(PlanEvent.MaintenancePerformed.class).orElseThrow();
    assertThat(performed.wornParts())
        .extracting(part -> part.code())
        .containsExactly("LENS_PROTECTOR", "PROPELLER_PAIR");
    assertThat(performed.chargeableParts())
        .extracting(part -> part.code())
        .containsExactly("MOTORS");
    assertThat(story.theCase(A).stage().closed()).isFalse();
    assertThat(story.left().maintenance().used()).isEqualTo(1);
  }

  @Test
  @Proves(holding = {MAINTENANCE_APPLIED_FOR, MAINTENANCE_BY_AGREEMENT})
  void maintenance_is_applied_for_without_a_day_to_send_the_device() {
    var opened =
        given(aOneYearPlan()).when(openMaintenance(A)).thenAccepted().goingOn().theCase(A).opened();

    assertThat(opened.sendBack()).isEmpty();
  }

  @Test
  @Proves(holding = SENT_BACK_AFTER_MAINTENANCE)
  void the_device_is_sent_back_when_it_is_maintained() {
    var story =
        given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A), confirmMaintenance(A))
            .when(completeRepair(A))
            .thenAccepted()
            .goingOn();

    assertThat(story.theCase(A).stage()).isEqualTo(Stage.SETTLED);
    assertThat(story.theCase(A).settledUnder()).contains(Service.MAINTENANCE);
    given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A))
        .when(completeRepair(A))
        .thenRefused(NOT_CONFIRMED);
  }

  @Test
  @Proves(refusing = DEVICE_AND_CONTROLLER_SENT_IN)
  void without_its_controller_nothing_is_maintained() {
    given(aOneYearPlan(), openMaintenance(A), receive(A))
        .when(confirmMaintenance(A))
        .thenRefused(COMPONENTS_MISSING);
  }

  @Test
  @Proves(refusing = RECEIVED_FOR_ASSESSMENT)
  void nor_without_the_device() {
    given(aOneYearPlan(), openMaintenance(A))
        .when(confirmMaintenance(A))
        .thenRefused(ORIGINAL_NOT_RECEIVED);
  }

  @Test
  @Proves(refusing = MAINTENANCE_QUOTA)
  void a_second_maintenance_on_a_one_year_plan_is_one_too_many() {
    given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A), confirmMaintenance(A))
        .and(completeRepair(A), openMaintenance(B), receiveForMaintenance(B))
        .when(confirmMaintenance(B))
        .thenRefused(QUOTA_EXHAUSTED);
  }

  @Test
  @Proves(refusing = MAINTENANCE_BY_AGREEMENT)
  void a_stabiliser_has_no_maintenance_in_its_agreement() {
    given(aPlan().with(device(S0).model("RS_3")))
        .when(openMaintenance(A))
        .thenRefused(PRODUCT_NOT_IN_AGREEMENT);
  }

  @Test
  @Proves(refusing = WINDOW_ONE_YEAR)
  void maintenance_ends_with_the_plan_even_where_the_reward_runs() {
    given(aOneYearPlan()).when(openMaintenance(A).on("2024-01-15")).thenRefused(OUTSIDE_VALIDITY);
  }

  @Test
  @Proves(refusing = EXPRESS_REPLACES_ONLY)
  void nobody_maintains_by_express() {
    given(aOneYearPlan())
        .when(openMaintenance(A).by(Channel.EXPRESS))
        .thenRefused(EXPRESS_ONLY_REPLACEMENT);
  }

  @Test
  @Proves(holding = {REPLACED_IN_MAINTENANCE, DATE_OF_THE_MAINTENANCE})
  void damage_beyond_maintenance_becomes_a_replacement_with_the_date_of_the_request() {
    var story =
        given(aOneYearPlan(), openMaintenance(A).on("2024-01-14"))
            .and(receiveForMaintenance(A), assess(A))
            .when(claim(A))
            .thenAccepted()
            .goingOn()
            .and(pay(A), ship(A, S1).on("2024-02-20"));

    assertThat(story.left().replacement().used()).isEqualTo(1);
    assertThat(story.left().maintenance().used()).isEqualTo(0);
  }

  @Test
  void a_lapse_of_maintenance_is_a_persons_because_nobody_waits_for_the_device() {
    given(aOneYearPlan(), openMaintenance(A)).when(lapse(A)).thenAccepted();
  }

  @Test
  @Proves(
      holding = {
        ONLY_THE_HEAD_IS_SERVED,
        WINDOW_ONE_YEAR,
        EXCLUDED_BY_A_FINDING,
        MAINTENANCE_COSTS_NOTHING
      })
  void maintenance_that_replaces_nothing_but_worn_parts_has_nothing_to_be_paid() {
    given(aOneYearPlan(), openMaintenance(A).on("2023-03-01"), receiveForMaintenance(A), assess(A))
        .when(confirmMaintenance(A, "PROPELLERS"))
        .thenAccepted()
        .having(ONLY_THE_HEAD_IS_SERVED, Inputs.of("deviceId", S0).and("headDeviceId", S0))
        .having(
            WINDOW_ONE_YEAR,
            Inputs.of("appliedOn", "2023-03-01")
                .and("from", "2023-01-15")
                .and("until", "2024-01-15"))
        .having(MAINTENANCE_COSTS_NOTHING, Inputs.of("chargeable", false))
        .without(DAMAGED_PART_IN_MAINTENANCE);
  }

  @Test
  @Proves(refusing = {EXCLUDED_BY_A_FINDING, DELIBERATE_DAMAGE})
  void a_finding_that_bars_every_service_bars_maintenance() {
    given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A))
        .and(assess(A).finding("X-G-06"))
        .when(confirmMaintenance(A))
        .thenRefused(EXCLUDED);
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void a_device_that_was_reported_lost_in_another_case_is_not_maintained() {
    given(aOneYearPlan(), openMaintenance(A))
        .and(bothLinks())
        .and(reportedFlyaway(B))
        .and(receiveForMaintenance(A))
        .when(confirmMaintenance(A))
        .thenRefused(DEVICE_RESTRICTED);
  }

  @Test
  void no_warranty_is_denied_to_a_device_that_is_in_for_maintenance() {
    var story = given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A), assess(A));

    assertThat(Offer.denied(story.situation(), story.theCase(A))).isEmpty();
  }
}
