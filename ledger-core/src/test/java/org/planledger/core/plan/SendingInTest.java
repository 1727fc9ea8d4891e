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

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.plan.PlanEvent.ComponentsReceived;
import org.planledger.core.plan.PlanEvent.ShipmentDispatched;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Part;

class SendingInTest {

  @Test
  @Proves(holding = {SENT_BACK_IN_SEVEN_DAYS, SHIPPING_ACROSS_BORDERS, DISPATCH_COUNTS})
  void a_parcel_handed_over_in_time_is_on_its_way() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"))
        .when(sendIn(A).on("2023-03-02"))
        .then(
            new ShipmentDispatched(
                P1,
                Instant.parse("2023-03-02T22:00:00Z"),
                A,
                region("US"),
                Optional.empty(),
                Optional.of(said("the carrier's number"))));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-03, 2023-03-10", // a Friday
    "2023-03-04, 2023-03-11", // a Saturday
    "2023-03-06, 2023-03-13" // a Monday
  })
  @Proves(holding = SENT_BACK_IN_SEVEN_DAYS)
  void the_whole_seventh_day_after_the_request_is_in_time(String applied, String lastDay) {
    given(aOneYearPlan().in("DE"), openRepair(A).on(applied))
        .when(sendIn(A).at(lastDay + "T22:59:59Z"))
        .thenAccepted();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-03, 2023-03-10", // a Friday
    "2023-03-04, 2023-03-11", // a Saturday
    "2023-03-06, 2023-03-13" // a Monday
  })
  @Proves(refusing = SENT_BACK_IN_SEVEN_DAYS)
  void the_first_second_of_the_eighth_day_is_too_late(String applied, String lastDay) {
    given(aOneYearPlan().in("DE"), openRepair(A).on(applied))
        .when(sendIn(A).at(lastDay + "T23:00:00Z"))
        .thenRefused(SEND_BACK_OVERDUE);
  }

  @Test
  @Proves(holding = SENT_BACK_IN_THREE_WORKING_DAYS)
  void an_express_parcel_is_in_time_to_the_end_of_the_day_that_came_with_the_request() {
    given(aOneYearPlan().in("DE"), openExpress(A).on("2023-03-03").dueOn("2023-03-08"))
        .when(sendIn(A).at("2023-03-08T22:59:59Z"))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = SENT_BACK_IN_THREE_WORKING_DAYS)
  void an_express_parcel_is_too_late_on_the_day_after() {
    given(aOneYearPlan().in("DE"), openExpress(A).on("2023-03-03").dueOn("2023-03-08"))
        .when(sendIn(A).at("2023-03-08T23:00:00Z"))
        .thenRefused(SEND_BACK_OVERDUE)
        .having(
            SENT_BACK_IN_THREE_WORKING_DAYS,
            Inputs.of("dispatchedOn", "2023-03-09")
                .and("lastDay", "2023-03-08")
                .and("calendar", "working days of DE"));
  }

  @Test
  void a_second_parcel_may_follow_later_than_the_first() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"), sendIn(A).on("2023-03-08"))
        .when(sendIn(A).on("2023-03-20"))
        .thenAccepted();
  }

  @Test
  @Proves(holding = DISPATCH_COUNTS)
  void what_was_handed_over_in_time_may_arrive_whenever_it_arrives() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"), sendIn(A).on("2023-03-08"))
        .when(receive(A).on("2023-04-20"))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = SENT_BACK_IN_SEVEN_DAYS)
  void a_parcel_whose_dispatch_nobody_recorded_was_dispatched_when_it_arrived() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"))
        .when(receive(A).on("2023-03-09"))
        .thenRefused(SEND_BACK_OVERDUE);
  }

  @Test
  @Proves(refusing = SHIPPING_ACROSS_BORDERS)
  void a_parcel_from_abroad_needs_the_consent_of_the_provider() {
    given(aOneYearPlan(), openRepair(A))
        .when(sendIn(A).from("CA"))
        .thenRefused(CROSS_BORDER_WITHOUT_CONSENT);
  }

  @Test
  @Proves(refusing = SHIPPING_ACROSS_BORDERS)
  void a_consent_that_came_after_the_dispatch_is_none() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"))
        .when(sendIn(A).from("CA").consentedAt("2023-03-02T12:00:01Z").at("2023-03-02T12:00:00Z"))
        .thenRefused(CROSS_BORDER_WITHOUT_CONSENT);
  }

  @Test
  @Proves(holding = SHIPPING_ACROSS_BORDERS)
  void a_parcel_from_abroad_may_be_sent_with_consent() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"))
        .when(sendIn(A).from("CA").consentedAt("2023-03-02T12:00:00Z").at("2023-03-02T12:00:00Z"))
        .thenAccepted();
  }

  @Test
  @Proves(holding = SHIPPING_ACROSS_BORDERS)
  void a_request_accepted_abroad_is_sent_from_there_without_consent() {
    given(aPlan().with(device(S0).model("RS_3").withProofOfPurchase()))
        .and(openRepair(A).inRegion("JP"))
        .when(sendIn(A).from("JP"))
        .thenAccepted();
  }

  @Test
  void late_and_across_a_border_are_two_grounds() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"))
        .when(sendIn(A).from("CA").on("2023-03-09"))
        .thenRefused(CROSS_BORDER_WITHOUT_CONSENT, SEND_BACK_OVERDUE);
  }

  @Test
  @Proves(holding = CONTROLLER_UNLINKED_FOR_SERVICE)
  void a_receipt_names_what_arrived_and_whether_the_controller_was_still_linked() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-01"))
        .when(receive(A).of("AIRCRAFT", 1).of("BATTERY", 2).controllerLinked(true).on("2023-03-05"))
        .then(
            new ComponentsReceived(
                P1,
                Instant.parse("2023-03-05T22:00:00Z"),
                A,
                Map.of(AIRCRAFT, 1, BATTERY, 2),
                Optional.of(true)))
        .having(CONTROLLER_UNLINKED_FOR_SERVICE, Inputs.of("controllerLinked", true));
  }

  @Test
  void parts_are_kept_under_the_one_name_they_have() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A).of("GIMBAL_AND_CAMERA", 1).of("CAMERA", 1))
            .and(receive(A).of("PROPELLERS", 2));

    assertThat(story.theCase(A).components())
        .isEqualTo(Map.of(GIMBAL, 1, CAMERA, 2, Part.of("PROPELLER_PAIR"), 2));
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void nothing_is_sent_in_for_a_lost_aircraft() {
    var lost = given(aOneYearPlan(), openFlyaway(A));

    lost.when(sendIn(A)).thenRefused(SERVICE_NOT_APPLICABLE);
    lost.when(receive(A).of("AIRCRAFT", 1)).thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void nothing_is_sent_in_for_a_closed_case() {
    var closed = given(aOneYearPlan(), openRepair(A), withdraw(A));

    closed.when(sendIn(A).from("CA")).thenRefused(CASE_CLOSED);
    closed.when(receive(A)).thenRefused(CASE_CLOSED);
  }
}
