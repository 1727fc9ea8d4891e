package org.planledger.core.plan;

import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.CorrectionSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.EXCLUDED;
import static org.planledger.core.rule.Rule.DECIDED_STANDS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.rule.Inputs;

/// What rests on neither receipt nor assessment nor link is passed over when the rest of a case is
/// tried again, and is no ground against anything.
class ReconsideringTest {
  private static final String INTENT = "X-G-06";

  @Test
  void a_report_that_was_cancelled_leaves_the_claim_to_be_tried_again() {
    var story = given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A)).and(cancelReport(A));

    story
        .when(correctAssessment(A, assess(A).as(Cause.FLYAWAY).damaged().finding(INTENT)))
        .thenAccepted()
        .having(DECIDED_STANDS, onlyTheClaim(story));
  }

  @Test
  void an_aircraft_that_was_recovered_and_came_back_leaves_the_claim_to_be_tried_again() {
    var story =
        given(aTwoYearPlan())
            .and(bothLinks())
            .and(paidFlyaway(A))
            .and(ship(A, S1), recover(A), returnRecovered(A));

    story
        .when(correctAssessment(A, assess(A).as(Cause.FLYAWAY).damaged().finding(INTENT)))
        .thenAccepted()
        .having(DECIDED_STANDS, onlyTheClaim(story));
  }

  @Test
  void a_fee_that_was_paid_back_leaves_the_claim_to_be_tried_again() {
    var story =
        given(aOneYearPlan()).and(paidRepair(A)).and(withdraw(A), refund(A).approvedBy("lead"));

    story
        .when(correctAssessment(A, assess(A).finding(INTENT)))
        .thenAccepted()
        .having(DECIDED_STANDS, onlyTheClaim(story));
  }

  @Test
  void a_case_that_lapsed_and_was_reinstated_has_its_claim_tried_again() {
    var story =
        given(aOneYearPlan(), openRepair(A).on("2023-06-01"), lapse(A).on("2023-06-20"))
            .and(receive(A).on("2023-06-05"), assess(A), claim(A));

    story
        .when(correctAssessment(A, assess(A).finding(INTENT)))
        .thenAccepted()
        .having(DECIDED_STANDS, onlyTheClaim(story));
  }

  @Test
  void a_case_that_was_refused_has_its_claim_tried_again() {
    var story = given(aOneYearPlan()).and(paidRepair(A)).and(refuseFor(A, "X-G-09"));

    story
        .when(correctAssessment(A, assess(A).finding(INTENT)))
        .thenAccepted()
        .having(DECIDED_STANDS, onlyTheClaim(story));
  }

  @Test
  void an_earlier_correction_is_not_tried_again_itself() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
            .and(correctAssessment(A, assess(A).damaged(BATTERY)));

    story
        .when(correctAssessment(A, assess(A).finding(INTENT)))
        .thenAccepted()
        .having(DECIDED_STANDS, onlyTheClaim(story));
  }

  private static Inputs onlyTheClaim(Story story) {
    var claimed = story.theCase(A).last(ReplacementClaimed.class).orElseThrow();
    return Inputs.of(
        "refusedNow",
        List.of(
            Inputs.of("step", "ClaimReplacement")
                .and("caseId", A)
                .and("at", claimed.at())
                .and("codes", List.of(EXCLUDED))));
  }
}
