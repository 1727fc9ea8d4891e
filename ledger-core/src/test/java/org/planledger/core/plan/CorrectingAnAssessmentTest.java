package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.CorrectionSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanCommand.CorrectAssessment;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;

class CorrectingAnAssessmentTest {
  /// Of a plan that was sold with its device, the third event is the first that tells of anything.
  private static final long FIRST_FACT = 2;

  @Test
  @Proves(holding = {ASSESSMENT_TO_CORRECT, DECIDED_STANDS})
  void another_assessment_is_held_in_the_place_of_the_one_that_was_told() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A));
    var was = story.theCase(A).assessed().orElseThrow();
    var outcome =
        story
            .when(correctAssessment(A, assess(A).as(Cause.NORMAL_USE).damaged(GIMBAL, BATTERY)))
            .noticing();

    var told = ((CorrectAssessment) outcome.command()).instead();
    outcome.then(
        new AssessmentCorrected(
            P1,
            outcome.command().at(),
            A,
            FIRST_FACT + 2,
            AssessmentFacts.of(was),
            told,
            said("why"),
            "lead",
            "clerk"));
    assertThat(outcome.goingOn().theCase(A).assessed()).contains(told.assessment(P1, A));
    assertThat(story.theCase(A).stage()).isEqualTo(Stage.CLAIMED);
  }

  @Test
  void the_assessment_that_holds_is_what_is_corrected() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), assess(A).damaged(BATTERY))
            .and(correctAssessment(A, assess(A).damaged(CAMERA)));

    assertThat(story.theCase(A).last(AssessmentCorrected.class).orElseThrow().factSequence())
        .isEqualTo(FIRST_FACT + 3);
    assertThat(story.theCase(A).assessed().orElseThrow().damagedParts()).containsExactly(CAMERA);
  }

  @Test
  void what_bars_a_service_after_all_bars_it_from_then_on() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .and(correctAssessment(A, assess(A).finding("X-G-06")))
        .when(claim(A))
        .thenRefused(EXCLUDED);
  }

  @Test
  void a_claim_that_the_right_assessment_would_not_bear_stands_and_is_told() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A));

    story
        .when(correctAssessment(A, assess(A).finding("X-G-06")))
        .thenAccepted()
        .noticing(Notice.DECIDED_UPON_A_MISTAKE)
        .having(
            DECIDED_STANDS,
            refusedNow(step(story, ReplacementClaimed.class, "ClaimReplacement", EXCLUDED)))
        .goingOn();
    assertThat(story.left().replacement().reserved()).isEqualTo(1);
    story.when(refuseFor(A, "X-G-06")).thenAccepted();
  }

  @Test
  void a_service_that_would_have_been_free_is_told() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A));

    story
        .when(correctAssessment(A, assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope()))
        .thenAccepted()
        .having(
            DECIDED_STANDS,
            refusedNow(
                step(
                    story,
                    ReplacementClaimed.class,
                    "ClaimReplacement",
                    FREE_ALTERNATIVE_NOT_ACKNOWLEDGED)));
  }

  @Test
  void a_repair_that_was_not_free_is_told() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope(), completeRepair(A));

    story
        .when(correctAssessment(A, assess(A)))
        .thenAccepted()
        .having(
            DECIDED_STANDS,
            refusedNow(step(story, RepairCompleted.class, "CompleteRepair", NOT_CONFIRMED)));
  }

  @Test
  @Proves(refusing = ASSESSMENT_TO_CORRECT)
  void a_case_that_was_not_assessed_has_no_assessment_to_correct() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), openRepair(B))
        .when(correctAssessment(B, assess(B)))
        .thenRefused(NOT_ASSESSED)
        .breaking(ASSESSMENT_TO_CORRECT)
        .having(ASSESSMENT_TO_CORRECT, Inputs.of("assessed", false));
  }
}
