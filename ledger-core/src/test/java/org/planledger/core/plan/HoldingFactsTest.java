package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.CorrectionSteps.*;
import static org.planledger.core.plan.LinkKind.ACCOUNT;
import static org.planledger.core.plan.LinkKind.CONTROLLER;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.AssessmentCorrected;
import org.planledger.core.plan.PlanEvent.LinkCorrected;
import org.planledger.core.plan.PlanEvent.ReceiptCorrected;

class HoldingFactsTest {
  private static final String FEBRUARY = "2023-02-01T10:00:00Z";
  private static final String MARCH = "2023-03-01T10:00:00Z";
  private static final String APRIL = "2023-04-01T10:00:00Z";

  /// Of a plan that was sold with its device, the third event is the first that tells of anything.
  private static final long FIRST_FACT = 2;

  @Test
  void the_end_of_a_link_is_found_by_the_sequence_of_its_record() {
    var facts =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), link(CONTROLLER).at(MARCH))
            .and(unlink(ACCOUNT).at(APRIL))
            .plan()
            .facts();

    assertThat(Stream.of(FIRST_FACT, FIRST_FACT + 1, FIRST_FACT + 2).map(facts::linkedUntil))
        .containsExactly(Optional.of(Instant.parse(APRIL)), Optional.empty(), Optional.empty());
  }

  @Test
  void of_the_same_moment_a_removal_ends_only_the_link_that_was_told_before_it() {
    var links =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), unlink(ACCOUNT).at(FEBRUARY))
            .and(link(ACCOUNT).at(FEBRUARY))
            .plan()
            .links();

    var moment = Instant.parse(FEBRUARY);
    assertThat(links)
        .isEqualTo(
            List.of(
                new Link(S0, ACCOUNT, moment, Optional.of(moment)),
                new Link(S0, ACCOUNT, moment, Optional.empty())));
  }

  @Test
  void only_a_link_that_nothing_stands_in_for_never_was() {
    var story = given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY));

    assertThat(neverWas(story.and(correctLink(ACCOUNT, FEBRUARY).to(ACCOUNT, MARCH)))).isFalse();
    assertThat(neverWas(story.and(correctLink(ACCOUNT, MARCH)))).isTrue();
  }

  @Test
  void only_a_parcel_that_nothing_stands_in_for_never_was() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), correctReceipt(A).to(receive(A)));
    assertThat(lastReceiptCorrection(story).neverWas()).isFalse();

    story.and(correctReceipt(A));
    assertThat(lastReceiptCorrection(story).neverWas()).isTrue();
  }

  @Test
  void an_assessment_was_always_an_assessment() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
            .and(correctAssessment(A, assess(A).damaged()));

    assertThat(story.theCase(A).last(AssessmentCorrected.class).orElseThrow().neverWas()).isFalse();
  }

  private static boolean neverWas(Story story) {
    return story.plan().last(LinkCorrected.class).orElseThrow().neverWas();
  }

  private static ReceiptCorrected lastReceiptCorrection(Story story) {
    return story.theCase(A).last(ReceiptCorrected.class).orElseThrow();
  }
}
