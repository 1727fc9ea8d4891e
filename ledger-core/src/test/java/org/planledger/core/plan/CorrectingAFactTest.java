package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.CorrectionSteps.*;
import static org.planledger.core.plan.LinkKind.ACCOUNT;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.rule.Proves;

/// What holds of links, receipts and assessments alike.
class CorrectingAFactTest {
  private static final String FEBRUARY = "2023-02-01T10:00:00Z";

  @Test
  @Proves(refusing = PROCESS_KEPT)
  void it_takes_two_persons_whatever_was_waived() {
    var story =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), openRepair(A), receive(A), assess(A))
            .and(waive(A, PROCESS_NOT_FOLLOWED));

    story
        .when(correctLink(ACCOUNT, FEBRUARY).approvedBy("clerk"))
        .thenRefused(PROCESS_NOT_FOLLOWED);
    story.when(correctReceipt(A).approvedBy("clerk")).thenRefused(PROCESS_NOT_FOLLOWED);
    story
        .when(correctAssessment(A, assess(A)).approvedBy("clerk"))
        .thenRefused(PROCESS_NOT_FOLLOWED)
        .breaking(PROCESS_KEPT);
    assertThat(story.when(correctReceipt(A).approvedBy("clerk")).remedies())
        .containsExactly(Remedy.APPROVAL_BY_ANOTHER);
  }

  @Test
  void every_ground_is_told_at_once() {
    given(aOneYearPlan(), openRepair(A))
        .when(correctReceipt(A).approvedBy("clerk"))
        .thenRefused(PROCESS_NOT_FOLLOWED, ORIGINAL_NOT_RECEIVED);
  }

  @Test
  void a_closed_case_is_corrected_like_an_open_one() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A), withdraw(A));

    story.when(correctReceipt(A)).thenAccepted();
    story.when(correctAssessment(A, assess(A).damaged(CAMERA))).thenAccepted().goingOn();
    assertThat(story.theCase(A).stage()).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void nothing_is_corrected_after_the_end_of_the_plan() {
    given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), requestExit(), confirmExit())
        .when(correctLink(ACCOUNT, FEBRUARY))
        .thenRefused(PLAN_ENDED);
  }
}
