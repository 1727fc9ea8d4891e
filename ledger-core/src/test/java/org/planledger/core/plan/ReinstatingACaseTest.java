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

import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.CaseReinstated;
import org.planledger.core.rule.Proves;

class ReinstatingACaseTest {

  @Test
  @Proves(holding = REINSTATED)
  void a_dispatch_in_time_that_is_told_after_the_lapse_reopens_the_case() {
    var story = lapsed().when(sendIn(A).on("2023-03-08")).thenAccepted().goingOn();

    assertThat(story.theCase(A).stage()).isEqualTo(Stage.DISPATCHED);
    assertThat(story.theCase(A).last(CaseReinstated.class).orElseThrow().cause())
        .isEqualTo(ReinstatementCause.DISPATCHED_IN_TIME);
    assertThat(story.left().replacement().reserved()).isEqualTo(1);
    story.and(receive(A)).when(ship(A, S1)).thenAccepted();
  }

  @Test
  void a_receipt_in_time_does_the_same() {
    assertThat(
            lapsed().when(receive(A).on("2023-03-08")).thenAccepted().goingOn().theCase(A).stage())
        .isEqualTo(Stage.RECEIVED);
  }

  @Test
  @Proves(refusing = SENT_BACK_IN_THREE_WORKING_DAYS)
  void a_late_dispatch_does_not_unless_two_persons_waive_the_day() {
    lapsed().when(sendIn(A).on("2023-03-09")).thenRefused(SEND_BACK_OVERDUE);

    var story = lapsed().when(waive(A, SEND_BACK_OVERDUE)).thenAccepted().goingOn();
    assertThat(story.theCase(A).stage()).isEqualTo(Stage.PAID);
    story.when(lapse(A).on("2023-03-20")).thenRefused(SERVICE_NOT_APPLICABLE).whateverTheDay();
    story.when(sendIn(A).on("2023-03-20")).thenAccepted();
  }

  @Test
  @Proves(refusing = REINSTATED)
  void a_case_whose_replacement_others_took_does_not_come_back() {
    var story =
        lapsed()
            .and(openExpress(B).on("2023-03-09").dueOn("2023-03-14"))
            .and(openExpress(C).on("2023-03-09").dueOn("2023-03-14"));

    story.when(sendIn(A).on("2023-03-08")).thenRefused(QUOTA_EXHAUSTED);
    story.when(receive(A).on("2023-03-08")).thenRefused(QUOTA_EXHAUSTED);
    story.when(waive(A, SEND_BACK_OVERDUE)).thenRefused(QUOTA_EXHAUSTED);
  }

  @Test
  void an_ordinal_that_somebody_took_in_the_meantime_is_not_held_twice() {
    var story =
        lapsed()
            .and(openExpress(B).on("2023-03-09").dueOn("2023-03-14"))
            .and(sendIn(A).on("2023-03-08"));

    assertThat(story.theCase(A).claimed().orElseThrow().ordinal()).isEqualTo(2);
    assertThat(story.theCase(B).claimed().orElseThrow().ordinal()).isEqualTo(1);
    assertThat(story.theCase(A).claimed().orElseThrow().fee().amount())
        .isEqualTo(money("USD 159.00"));
  }

  @Test
  @Proves(refusing = EXPRESS_PAID_FIRST)
  void a_case_whose_fee_was_paid_back_does_not_come_back() {
    lapsed()
        .and(refund(A).approvedBy("lead"))
        .when(sendIn(A).on("2023-03-08"))
        .thenRefused(FEE_NOT_PAID);
  }

  @Test
  void a_case_whose_device_was_replaced_does_not_come_back() {
    lapsed().and(replaced(B, S1)).when(sendIn(A).on("2023-03-08")).thenRefused(SERIAL_SUPERSEDED);
  }

  @Test
  void a_report_about_the_device_that_followed_says_nothing_of_the_old_one() {
    lapsed(aTwoYearPlan())
        .and(replaced(B, S1))
        .and(bothLinks())
        .and(reportedFlyaway(C))
        .when(sendIn(A).on("2023-03-08"))
        .thenRefused(SERIAL_SUPERSEDED);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void a_case_that_a_person_ended_or_that_another_replacement_ended_does_not_come_back() {
    given(aOneYearPlan(), openRepair(A).on("2023-03-03"), sendIn(A).on("2023-03-04"), lapse(A))
        .when(receive(A))
        .thenRefused(CASE_CLOSED);
    given(aOneYearPlan(), openRepair(A))
        .and(replaced(B, S1))
        .when(receive(A))
        .thenRefused(CASE_CLOSED);
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void a_case_whose_device_was_reported_lost_meanwhile_does_not_come_back() {
    lapsed()
        .and(bothLinks())
        .and(reportedFlyaway(B))
        .when(sendIn(A).on("2023-03-08"))
        .thenRefused(DEVICE_RESTRICTED);
  }

  private static Story lapsed() {
    return lapsed(aOneYearPlan());
  }

  private static Story lapsed(Step plan) {
    return given(plan, openExpress(A).on("2023-03-03").dueOn("2023-03-08"))
        .and(lapse(A).on("2023-03-09"));
  }
}
