package org.planledger.core.plan;

import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Part;

class AssessingTest {

  @Test
  @Proves(holding = RECEIVED_FOR_ASSESSMENT)
  void what_the_centre_finds_is_recorded_as_it_found_it() {
    var outcome =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .when(
                assess(A)
                    .as(Cause.USER_ERROR)
                    .damaged(Part.of("CAMERA_UNIT"), GIMBAL)
                    .finding("X-G-06"));

    outcome.then(
        new DamageAssessed(
            P1,
            outcome.command().at(),
            A,
            Cause.USER_ERROR,
            Set.of(CAMERA, GIMBAL),
            false,
            List.of(new Finding("X-G-06", Optional.empty())),
            Optional.empty()));
  }

  @Test
  void a_second_look_may_change_the_assessment_until_the_customer_has_chosen() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A).finding("X-G-06"), assess(A))
        .when(claim(A))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void after_the_claim_nothing_is_assessed_any_more() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
        .when(assess(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = RECEIVED_FOR_ASSESSMENT)
  void a_device_is_assessed_when_it_has_come_in() {
    given(aOneYearPlan(), openRepair(A), sendIn(A))
        .when(assess(A))
        .thenRefused(ORIGINAL_NOT_RECEIVED);
  }

  @Test
  @Proves(holding = FLIGHT_RECORD_FOR_ASSESSMENT)
  void a_loss_is_assessed_by_its_flight_record() {
    given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A))
        .when(assess(A).as(Cause.FLYAWAY).damaged())
        .thenAccepted();
  }

  @Test
  @Proves(refusing = FLIGHT_RECORD_FOR_ASSESSMENT)
  void without_a_flight_record_support_has_to_help() {
    given(aOneYearPlan(), openFlyaway(A))
        .when(assess(A).as(Cause.FLYAWAY).damaged())
        .thenRefused(AWAITING_SUPPORT);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void express_means_that_nobody_assesses() {
    given(aOneYearPlan(), openExpress(A), receive(A))
        .when(assess(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void a_closed_case_is_not_assessed() {
    given(aOneYearPlan(), openRepair(A), receive(A), withdraw(A))
        .when(assess(A))
        .thenRefused(CASE_CLOSED);
  }
}
