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
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;

class CorrectingALinkTest {
  private static final String FEBRUARY = "2023-02-01T10:00:00Z";
  private static final String MARCH = "2023-03-01T10:00:00Z";
  private static final String APRIL = "2023-04-01T10:00:00Z";

  /// Of a plan that was sold with its device, the third event is the first that tells of anything.
  private static final long FIRST_FACT = 2;

  @Test
  @Proves(holding = {LINK_TO_CORRECT, PROCESS_KEPT, DECIDED_STANDS})
  void another_link_holds_in_the_place_of_the_one_that_was_told() {
    var outcome =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY))
            .when(correctLink(ACCOUNT, FEBRUARY).to(CONTROLLER, MARCH))
            .having(DECIDED_STANDS, Inputs.of("refusedNow", List.of()))
            .noticing();

    var right = new LinkFacts(CONTROLLER, Instant.parse(MARCH), said("the right one"));
    outcome.then(
        new LinkCorrected(
            P1,
            outcome.command().at(),
            FIRST_FACT,
            S0,
            new LinkFacts(ACCOUNT, Instant.parse(FEBRUARY), said("ACCOUNT")),
            Optional.of(S0),
            Optional.of(right),
            said("why"),
            "lead",
            "clerk"));
    assertThat(outcome.goingOn().plan().links())
        .containsExactly(new Link(S0, CONTROLLER, Instant.parse(MARCH), Optional.empty()));
  }

  @Test
  void a_link_that_never_was_is_held_no_more_but_its_correction_is() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), correctLink(ACCOUNT, FEBRUARY)).plan();

    assertThat(plan.links()).isEmpty();
    assertThat(plan.last(LinkCorrected.class).orElseThrow().neverWas()).isTrue();
  }

  @Test
  void a_fact_that_is_corrected_twice_keeps_its_name() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY))
            .and(correctLink(ACCOUNT, FEBRUARY).to(ACCOUNT, MARCH))
            .and(correctLink(ACCOUNT, MARCH).to(ACCOUNT, APRIL))
            .plan();

    var second = plan.last(LinkCorrected.class).orElseThrow();
    assertThat(second.factSequence()).isEqualTo(FIRST_FACT);
    assertThat(second.was().linkedAt()).isEqualTo(MARCH);
    assertThat(plan.links()).extracting(Link::from).containsExactly(Instant.parse(APRIL));
  }

  @Test
  void of_two_links_that_say_the_same_the_one_told_last_is_meant() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), link(ACCOUNT).at(FEBRUARY))
            .and(correctLink(ACCOUNT, FEBRUARY))
            .plan();

    assertThat(plan.last(LinkCorrected.class).orElseThrow().factSequence())
        .isEqualTo(FIRST_FACT + 1);
    assertThat(plan.links()).hasSize(1);
  }

  @Test
  void a_removal_still_ends_the_link_that_is_told_in_the_place_of_one_that_never_was() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), unlink(ACCOUNT).at(APRIL))
            .and(correctLink(ACCOUNT, FEBRUARY), link(ACCOUNT).at(MARCH))
            .plan();

    assertThat(plan.links())
        .containsExactly(
            new Link(S0, ACCOUNT, Instant.parse(MARCH), Optional.of(Instant.parse(APRIL))));
  }

  @Test
  void a_link_that_is_moved_behind_its_removal_is_not_ended_by_it() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), unlink(ACCOUNT).at(MARCH))
            .and(correctLink(ACCOUNT, FEBRUARY).to(ACCOUNT, APRIL))
            .plan();

    assertThat(plan.links())
        .containsExactly(new Link(S0, ACCOUNT, Instant.parse(APRIL), Optional.empty()));
  }

  @Test
  void a_link_of_a_device_that_was_bound_by_mistake_is_corrected_as_one_of_the_right_device() {
    var plan =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), unlink(ACCOUNT).at(APRIL))
            .and(correct(S0, device(S1)), correctLink(ACCOUNT, FEBRUARY).to(ACCOUNT, MARCH))
            .plan();

    assertThat(plan.last(LinkCorrected.class).orElseThrow().deviceId()).isEqualTo(S1);
    assertThat(plan.links())
        .containsExactly(
            new Link(S1, ACCOUNT, Instant.parse(MARCH), Optional.of(Instant.parse(APRIL))));
  }

  @Test
  void a_link_is_moved_to_the_device_that_the_plan_covered_at_its_moment() {
    var story =
        given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY)).and(replaced(A, S1)).and(link(ACCOUNT));
    var later = story.plan().links().getLast().from();

    var plan = story.and(correctLink(ACCOUNT, FEBRUARY).to(ACCOUNT, later.toString())).plan();

    assertThat(plan.links()).extracting(Link::device).containsOnly(S1);
  }

  @Test
  @Proves(refusing = LINK_TO_CORRECT)
  void a_link_that_was_not_told_cannot_be_corrected() {
    given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY))
        .when(correctLink(CONTROLLER, FEBRUARY))
        .thenRefused(LINK_MISSING)
        .breaking(LINK_TO_CORRECT)
        .having(
            LINK_TO_CORRECT,
            Inputs.of("kind", CONTROLLER).and("linkedAt", Instant.parse(FEBRUARY)));
    given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY))
        .when(correctLink(ACCOUNT, MARCH))
        .thenRefused(LINK_MISSING);
  }

  @Test
  void a_report_that_rested_on_a_link_that_never_was_stands_and_is_told() {
    var story = given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A));
    var linkedAt = story.plan().links().getFirst().from().toString();

    story
        .when(correctLink(ACCOUNT, linkedAt))
        .thenAccepted()
        .noticing(Notice.DECIDED_UPON_A_MISTAKE)
        .having(
            DECIDED_STANDS,
            refusedNow(step(story, FlyawayReportFiled.class, "FileFlyawayReport", LINK_MISSING)))
        .goingOn();
    assertThat(story.theCase(A).stage()).isEqualTo(Stage.REPORTED);
    story.when(pay(A)).thenAccepted();
  }

  @Test
  void a_link_that_is_told_instead_while_a_loss_is_open_is_noticed_as_late() {
    given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), openFlyaway(A))
        .when(correctLink(ACCOUNT, FEBRUARY).to(CONTROLLER, FEBRUARY))
        .thenAccepted()
        .noticing(Notice.LINK_RECORDED_LATE);
    given(aOneYearPlan(), link(ACCOUNT).at(FEBRUARY), openFlyaway(A))
        .when(correctLink(ACCOUNT, FEBRUARY))
        .thenAccepted()
        .noticing();
  }
}
