package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.LinkKind.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.device.DeviceEvent.Released;
import org.planledger.core.device.DeviceEvent.Restricted;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.DeviceRecovered;
import org.planledger.core.plan.PlanEvent.FlightRecordUploaded;
import org.planledger.core.plan.PlanEvent.FlyawayReportCancelled;
import org.planledger.core.plan.PlanEvent.FlyawayReportFiled;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;

class FlyingAwayTest {
  private static final String LINKED = "2023-02-01T10:00:00Z";
  private static final String LOST = "2023-03-01T10:00:00Z";

  @Test
  @Proves(holding = STAGE_OF_THE_CASE)
  void a_flight_record_tells_the_last_contact_with_the_aircraft() {
    given(aOneYearPlan(), openFlyaway(A).on("2023-03-02"))
        .when(uploadFlightRecord(A).lastContactAt(LOST))
        .then(
            new FlightRecordUploaded(
                P1,
                Instant.parse(LOST),
                A,
                sha256("the flight record"),
                said("the place of the flight record")));
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void a_damaged_device_has_no_flight_record_and_no_report() {
    var damaged = given(aOneYearPlan(), openRepair(A));

    damaged.when(uploadFlightRecord(A)).thenRefused(SERVICE_NOT_APPLICABLE);
    damaged.when(fileReport(A)).thenRefused(SERVICE_NOT_APPLICABLE);
    damaged.when(cancelReport(A)).thenRefused(SERVICE_NOT_APPLICABLE);
    damaged.when(recover(A)).thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void a_flight_record_is_not_exchanged_after_the_report() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .when(uploadFlightRecord(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(
      holding = {
        LINKED_BEFORE_FLYAWAY,
        STILL_LINKED_AT_FLYAWAY,
        ONLY_THE_HEAD_IS_SERVED,
        FLIGHT_RECORD_GIVEN,
        RESTRICTED_BY_REPORT,
        FLYAWAY_CONFIRMED,
        NOT_RESTRICTED,
        NOT_IN_SERVICE
      })
  void a_report_restricts_the_aircraft() {
    var outcome = given(aOneYearPlan()).and(bothLinks()).and(claimedFlyaway(A)).when(fileReport(A));
    var at = outcome.command().at();

    outcome
        .then(new FlyawayReportFiled(P1, at, A, said("what happened to the aircraft")))
        .onDevices(new Restricted(S0, P1, at, A));
    assertThat(outcome.goingOn().device(S0).status()).isEqualTo(DeviceStatus.RESTRICTED);
    assertThat(outcome.goingOn().theCase(A).stage()).isEqualTo(Stage.REPORTED);
  }

  @Test
  @Proves(refusing = {FLIGHT_RECORD_GIVEN, FLYAWAY_CONFIRMED})
  void a_report_needs_a_flight_record_and_a_claim() {
    given(aOneYearPlan(), openFlyaway(A))
        .when(fileReport(A))
        .thenRefused(NOT_CONFIRMED, FLIGHT_RECORD_MISSING);
  }

  @Test
  @Proves(refusing = LINKED_BEFORE_FLYAWAY)
  void an_aircraft_that_was_never_linked_is_not_covered() {
    given(aOneYearPlan())
        .and(claimedFlyaway(A))
        .when(fileReport(A))
        .thenRefused(LINK_MISSING)
        .breaking(LINKED_BEFORE_FLYAWAY, LINKED_BEFORE_FLYAWAY);
  }

  @ParameterizedTest
  @CsvSource({"ACCOUNT", "CONTROLLER"})
  @Proves(refusing = LINKED_BEFORE_FLYAWAY)
  void one_link_of_two_is_not_enough(LinkKind only) {
    given(aOneYearPlan(), link(only))
        .and(claimedFlyaway(A))
        .when(fileReport(A))
        .thenRefused(LINK_MISSING)
        .breaking(LINKED_BEFORE_FLYAWAY);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT,    2023-03-01T09:59:00Z",
    "CONTROLLER, 2023-03-01T09:59:00Z",
    "CONTROLLER, 2023-03-01T10:00:00Z"
  })
  @Proves(refusing = STILL_LINKED_AT_FLYAWAY)
  void a_link_removed_before_the_last_contact_is_the_ground(LinkKind kind, String removedAt) {
    given(aOneYearPlan(), link(ACCOUNT).at(LINKED), link(CONTROLLER).at(LINKED))
        .and(unlink(kind).at(removedAt))
        .and(lost())
        .when(fileReport(A))
        .thenRefused(LINK_REMOVED_BEFORE_FLYAWAY);
  }

  @Test
  @Proves(holding = STILL_LINKED_AT_FLYAWAY)
  void a_link_removed_a_minute_after_the_last_contact_does_no_harm() {
    given(aOneYearPlan(), link(ACCOUNT).at(LINKED), link(CONTROLLER).at(LINKED))
        .and(unlink(CONTROLLER).at("2023-03-01T10:01:00Z"))
        .and(lost())
        .when(fileReport(A))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = LINKED_BEFORE_FLYAWAY)
  void a_link_that_began_after_the_last_contact_came_too_late() {
    given(aOneYearPlan(), link(ACCOUNT).at(LINKED), link(CONTROLLER).at("2023-03-01T10:00:01Z"))
        .and(lost())
        .when(fileReport(A))
        .thenRefused(LINK_MISSING);
  }

  @Test
  @Proves(holding = LINKED_BEFORE_FLYAWAY)
  void a_link_that_is_told_late_counts_by_its_own_moment() {
    given(aOneYearPlan())
        .and(lost())
        .and(link(ACCOUNT).at(LINKED), link(CONTROLLER).at(LINKED))
        .when(fileReport(A))
        .thenAccepted();
  }

  @Test
  @Proves(holding = STILL_LINKED_AT_FLYAWAY)
  void a_link_that_was_removed_and_made_again_counts() {
    given(aOneYearPlan(), link(ACCOUNT).at(LINKED), link(CONTROLLER).at(LINKED))
        .and(unlink(CONTROLLER).at("2023-02-10T10:00:00Z"))
        .and(link(CONTROLLER).at("2023-02-11T10:00:00Z"))
        .and(lost())
        .when(fileReport(A))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = LINKED_BEFORE_FLYAWAY)
  void a_replacement_starts_without_the_links_of_the_original() {
    given(aTwoYearPlan())
        .and(bothLinks())
        .and(replaced(A, S1))
        .and(claimedFlyaway(B))
        .when(fileReport(B))
        .thenRefused(LINK_MISSING);
  }

  @Test
  @Proves(refusing = NOT_IN_SERVICE)
  void an_aircraft_that_lies_at_the_centre_is_not_lost() {
    given(aOneYearPlan(), openRepair(B), receive(B))
        .and(bothLinks())
        .and(claimedFlyaway(A))
        .when(fileReport(A))
        .thenRefused(DEVICE_IN_SERVICE)
        .having(NOT_IN_SERVICE, Inputs.of("receivedInCases", List.of(B.toString())));
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void an_aircraft_is_reported_lost_once() {
    given(aTwoYearPlan())
        .and(bothLinks())
        .and(claimedFlyaway(A))
        .and(claimedFlyaway(B))
        .and(fileReport(A))
        .when(fileReport(B))
        .thenRefused(DEVICE_RESTRICTED);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void and_once_in_its_own_case() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .when(fileReport(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(holding = {CANCELLED_BEFORE_PAYMENT, REPORT_FILED})
  void an_aircraft_found_before_the_payment_is_free_again_and_its_case_is_over() {
    var outcome =
        given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A)).when(cancelReport(A));
    var at = outcome.command().at();

    outcome
        .then(
            new FlyawayReportCancelled(P1, at, A, said("it was found")),
            new CaseWithdrawn(P1, at, A, said("it was found")))
        .onDevices(new Released(S0, P1, at, A));
    assertThat(outcome.goingOn().device(S0).status()).isEqualTo(DeviceStatus.ACTIVE);
    assertThat(outcome.goingOn().left().flyaway().available()).contains(1);
  }

  @Test
  @Proves(refusing = REPORT_FILED)
  void a_report_that_was_not_filed_is_not_cancelled() {
    given(aOneYearPlan())
        .and(claimedFlyaway(A))
        .when(cancelReport(A))
        .thenRefused(FLYAWAY_REPORT_MISSING);
  }

  @Test
  @Proves(refusing = CANCELLED_BEFORE_PAYMENT)
  void after_the_payment_the_report_stands() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .when(cancelReport(A))
        .thenRefused(CANCEL_AFTER_PAYMENT);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void after_the_shipment_too() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .and(ship(A, S1))
        .when(cancelReport(A))
        .thenRefused(CASE_CLOSED);
  }

  @Test
  @Proves(holding = {RECOVERED_GOES_BACK, OWNERSHIP_PASSED})
  void an_aircraft_found_after_the_payment_goes_to_the_provider() {
    var outcome = given(aOneYearPlan()).and(bothLinks()).and(paidFlyaway(A)).when(recover(A));

    outcome.then(new DeviceRecovered(P1, outcome.command().at(), A, S0)).onDevices();
    assertThat(outcome.goingOn().device(S0).restricted()).isTrue();
    assertThat(outcome.goingOn().theCase(A).stage()).isEqualTo(Stage.PAID);
  }

  @Test
  @Proves(holding = OWNERSHIP_PASSED)
  void even_when_its_case_is_long_settled() {
    var story =
        given(aOneYearPlan())
            .and(bothLinks())
            .and(paidFlyaway(A))
            .and(ship(A, S1))
            .when(recover(A))
            .thenAccepted()
            .goingOn();

    assertThat(story.left().replacement().used()).isEqualTo(1);
    assertThat(story.theCase(A).stage()).isEqualTo(Stage.SETTLED);
  }

  @Test
  @Proves(refusing = OWNERSHIP_PASSED)
  void an_aircraft_found_before_the_payment_is_still_the_customers() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .when(recover(A))
        .thenRefused(OWNERSHIP_NOT_TRANSFERRED);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void an_aircraft_is_found_once() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .and(recover(A))
        .when(recover(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  /// An aircraft lost on 1 March at ten, as far as the report.
  private static Step[] lost() {
    return new Step[] {
      openFlyaway(A).at("2023-03-02T10:00:00Z"),
      uploadFlightRecord(A).lastContactAt(LOST),
      assess(A).as(Cause.FLYAWAY).damaged(),
      claim(A)
    };
  }
}
