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

import org.junit.jupiter.api.Test;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.rule.Proves;

class ChoosingAReplacementTest {

  @Test
  @Proves(refusing = EQUAL_REPLACEMENT)
  void another_model_is_no_replacement_unless_somebody_recorded_why_it_is_as_good() {
    var paid = given(aOneYearPlan()).and(paidRepair(A));

    paid.when(ship(A, S1).model("MINI_2")).thenRefused(MODEL_NOT_EQUIVALENT);
    paid.when(ship(A, S1).model("MAVIC_3_CINE").recordedAsEqual()).thenAccepted();
  }

  @Test
  @Proves(refusing = KNOWN_PRODUCT)
  void a_model_the_terms_do_not_know_is_not_shipped_whatever_was_recorded() {
    given(aOneYearPlan())
        .and(paidRepair(A))
        .when(ship(A, S1).model("MAVIC_99").recordedAsEqual())
        .thenRefused(PRODUCT_UNKNOWN);
  }

  @Test
  @Proves(refusing = REPLACEMENT_SERIAL_FREE)
  void a_device_of_a_customer_is_not_shipped_to_another() {
    given(aOneYearPlan(), aPlan().called(P2).with(device(S4)))
        .and(paidRepair(A))
        .when(ship(A, S4))
        .thenRefused(REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }

  @Test
  @Proves(refusing = REPLACEMENT_SERIAL_FREE)
  void nor_is_the_original_itself() {
    given(aOneYearPlan())
        .and(paidRepair(A))
        .when(ship(A, S0))
        .thenRefused(REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }

  @Test
  @Proves(refusing = REPLACEMENT_SERIAL_FREE)
  void a_device_never_comes_back_into_the_plan_it_was_replaced_in() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(paidRepair(B))
        .when(ship(B, S0))
        .thenRefused(REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }

  @Test
  @Proves(holding = REPLACEMENT_SERIAL_FREE)
  void a_refurbished_device_may_serve_in_another_plan() {
    var story =
        given(aOneYearPlan(), aPlan().called(P2).with(device(S4)))
            .and(replaced(A, S1))
            .and(openRepair(B).of(P2), receive(B), assess(B), claim(B), pay(B))
            .when(ship(B, S0))
            .thenAccepted()
            .goingOn();

    assertThat(story.device(S0).plan()).contains(P2);
    assertThat(story.device(S0).status()).isEqualTo(DeviceStatus.ACTIVE);
    assertThat(story.device(S0).plans()).containsExactly(P1, P2);
  }

  @Test
  @Proves(refusing = REPLACEMENT_SERIAL_FREE)
  void a_device_that_was_reported_lost_serves_nobody() {
    given(aOneYearPlan(), aPlan().called(P2).with(device(S4)))
        .and(bothLinks())
        .and(paidFlyaway(A))
        .and(ship(A, S1))
        .and(openRepair(B).of(P2), receive(B), assess(B), claim(B), pay(B))
        .when(ship(B, S0))
        .thenRefused(REPLACEMENT_SERIAL_NOT_AVAILABLE);
  }
}
