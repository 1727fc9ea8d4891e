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
import org.planledger.core.device.DeviceEvent.Released;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseWithdrawn;
import org.planledger.core.plan.PlanEvent.FlyawayReportCancelled;
import org.planledger.core.rule.Proves;

class ClosingACaseTest {

  @Test
  @Proves(holding = UNIT_OWED)
  void a_customer_may_think_better_of_it_and_gets_the_replacement_back() {
    var outcome = given(aOneYearPlan()).and(paidRepair(A)).when(withdraw(A));

    outcome
        .then(new CaseWithdrawn(P1, outcome.command().at(), A, said("the customer's reason")))
        .onDevices();
    assertThat(outcome.goingOn().left().replacement().available()).contains(2);
    assertThat(outcome.goingOn().theCase(A).stage()).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void a_withdrawn_loss_takes_its_report_with_it() {
    var outcome = given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A)).when(withdraw(A));
    var at = outcome.command().at();

    outcome
        .then(
            new FlyawayReportCancelled(P1, at, A, said("the customer's reason")),
            new CaseWithdrawn(P1, at, A, said("the customer's reason")))
        .onDevices(new Released(S0, P1, at, A));
  }

  @Test
  @Proves(refusing = UNIT_OWED)
  void a_paid_loss_is_not_withdrawn_because_the_aircraft_is_the_providers() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .when(withdraw(A))
        .thenRefused(CANCEL_AFTER_PAYMENT);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void a_case_ends_once() {
    var withdrawn = given(aOneYearPlan(), openRepair(A), withdraw(A));

    withdrawn.when(withdraw(A)).thenRefused(CASE_CLOSED);
    withdrawn.when(lapse(A)).thenRefused(CASE_CLOSED);
  }

  @Test
  @Proves(holding = LAPSE_AFTER_THE_LAST_DAY)
  void a_case_lapses_on_the_day_after_the_last_day_to_send_the_device_in() {
    var outcome =
        given(aOneYearPlan().in("DE"), openRepair(A).on("2023-03-03"))
            .when(lapse(A).at("2023-03-10T23:00:00Z"));

    outcome
        .then(new CaseLapsed(P1, outcome.command().at(), A, LapseCause.NOT_SENT_IN_TIME))
        .onDevices();
  }

  @Test
  @Proves(refusing = LAPSE_AFTER_THE_LAST_DAY)
  void and_not_before_it_is_over_where_the_device_has_to_be_sent_from() {
    given(aOneYearPlan().in("DE"), openRepair(A).on("2023-03-03"))
        .when(lapse(A).at("2023-03-10T22:59:59Z"))
        .thenRefused(SERVICE_NOT_APPLICABLE)
        .untilItHoldsFrom("2023-03-11");
  }

  @Test
  @Proves(holding = SERVICE_OWED)
  void a_named_person_may_end_a_case_that_is_under_way_and_unpaid() {
    var outcome = given(aOneYearPlan(), openRepair(A), sendIn(A)).when(lapse(A));

    outcome.then(new CaseLapsed(P1, outcome.command().at(), A, LapseCause.BY_HAND));
  }

  @Test
  @Proves(refusing = SERVICE_OWED)
  void a_paid_case_whose_device_is_at_the_centre_is_owed_its_service() {
    given(aOneYearPlan()).and(paidRepair(A)).when(lapse(A)).thenRefused(SERVICE_DUE);
  }

  @Test
  @Proves(holding = SERVICE_OWED)
  void a_named_person_may_end_a_loss_that_nobody_pays_for() {
    var outcome = given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A)).when(lapse(A));
    var at = outcome.command().at();

    outcome
        .then(
            new FlyawayReportCancelled(P1, at, A, said("nothing was sent")),
            new CaseLapsed(P1, at, A, LapseCause.BY_HAND))
        .onDevices(new Released(S0, P1, at, A));
  }

  @Test
  @Proves(refusing = SERVICE_OWED)
  void a_paid_loss_does_not_lapse() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .when(lapse(A))
        .thenRefused(SERVICE_DUE);
  }
}
