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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanCommand.CorrectAssessment;
import org.planledger.core.plan.PlanCommand.CorrectReceipt;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;
import org.planledger.core.rule.RefusalCode;

class CorrectingAFactTest {
  private static final String FEBRUARY = "2023-02-01T10:00:00Z";
  private static final String MARCH = "2023-03-01T10:00:00Z";
  private static final String APRIL = "2023-04-01T10:00:00Z";
  private static final String NOON = "2023-06-05T19:00:00Z";

  /// Of a plan that was sold with its device, the third event is the first that tells of anything.
  private static final long FIRST_FACT = 2;

  // ------------------------------------------------------------------------------------- links

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

  // ---------------------------------------------------------------------------------- receipts

  @Test
  @Proves(holding = {RECEIPT_TO_CORRECT, DECIDED_STANDS})
  void another_parcel_is_held_in_the_place_of_the_one_that_was_told() {
    var story = given(aOneYearPlan(), openRepair(A).on("2023-06-01"), receive(A).on("2023-06-05"));
    var was = story.theCase(A).last(ComponentsReceived.class).orElseThrow();
    var outcome =
        story.when(
            correctReceipt(A)
                .to(receive(A).on("2023-06-06").of("GIMBAL_AND_CAMERA", 1).controllerLinked(true)));

    outcome.then(
        new ReceiptCorrected(
            P1,
            outcome.command().at(),
            A,
            FIRST_FACT + 1,
            ReceiptFacts.of(was),
            Optional.of(
                new ReceiptFacts(
                    ((CorrectReceipt) outcome.command()).instead().orElseThrow().receivedAt(),
                    Map.of(GIMBAL, 1, CAMERA, 1),
                    Optional.of(true))),
            Stage.RECEIVED,
            said("why"),
            "lead",
            "clerk"));
    assertThat(outcome.goingOn().theCase(A).components()).isEqualTo(Map.of(GIMBAL, 1, CAMERA, 1));
    assertThat(story.theCase(A).has(ReceiptCorrected.class)).isTrue();
  }

  @Test
  void a_parcel_that_never_came_takes_the_case_back_and_its_deadline_runs_again() {
    var story = given(aOneYearPlan(), openRepair(A).on("2023-06-01"), receive(A).on("2023-06-05"));
    story.when(lapse(A).on("2023-06-20")).thenAccepted();

    story.and(correctReceipt(A));

    assertThat(story.theCase(A).stage()).isEqualTo(Stage.OPENED);
    assertThat(story.theCase(A).received()).isFalse();
    assertThat(story.theCase(A).last(ReceiptCorrected.class).orElseThrow().stage())
        .isEqualTo(Stage.OPENED);
    story.when(assess(A)).thenRefused(ORIGINAL_NOT_RECEIVED);
    story.when(lapse(A).on("2023-06-08")).thenRefused(SERVICE_NOT_APPLICABLE);
    story.when(lapse(A).on("2023-06-09")).then(lapsedUnsent("2023-06-09"));
  }

  @Test
  void nothing_is_given_for_a_device_that_never_came_although_it_would_be_free() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());
    assertThat(story.offers(A).getFirst().open()).isTrue();

    story.and(correctReceipt(A));

    assertThat(story.offers(A).getFirst().codes()).containsExactly(ORIGINAL_NOT_RECEIVED);
    story.when(completeRepair(A)).thenRefused(ORIGINAL_NOT_RECEIVED);
    story.when(ship(A, S1)).thenRefused(ORIGINAL_NOT_RECEIVED);
  }

  @Test
  void what_was_dispatched_stays_so_without_its_parcel() {
    var story =
        given(aOneYearPlan(), openRepair(A), sendIn(A), receive(A), receive(A).of("BATTERY", 1))
            .and(correctReceipt(A));
    assertThat(story.theCase(A).stage()).isEqualTo(Stage.RECEIVED);

    assertThat(story.and(correctReceipt(A)).theCase(A).stage()).isEqualTo(Stage.DISPATCHED);
  }

  @Test
  void what_came_after_all_lets_the_replacement_go_out() {
    var story =
        given(aOneYearPlan(), openRepair(A))
            .and(receive(A).without(BATTERY), assess(A), claim(A), pay(A));
    story.when(ship(A, S1)).thenRefused(COMPONENTS_MISSING);

    story.and(correctReceipt(A).to(receive(A))).when(ship(A, S1)).thenAccepted();
  }

  @Test
  void a_first_parcel_is_not_told_to_have_come_too_late() {
    var story = given(aOneYearPlan(), openRepair(A).on("2023-06-01"), receive(A).on("2023-06-05"));

    story.when(correctReceipt(A).to(receive(A).on("2023-06-08"))).thenAccepted();
    story
        .when(correctReceipt(A).to(receive(A).on("2023-06-09")))
        .thenRefused(SEND_BACK_OVERDUE)
        .breaking(SENT_BACK_IN_SEVEN_DAYS);
    story
        .and(waive(A, SEND_BACK_OVERDUE))
        .when(correctReceipt(A).to(receive(A).on("2023-06-09")))
        .thenAccepted();
  }

  @Test
  void a_parcel_that_only_completed_the_first_may_have_come_on_any_day() {
    var story =
        given(aOneYearPlan(), openRepair(A).on("2023-06-01"), receive(A).on("2023-06-05"))
            .and(receive(A).on("2023-06-20").of("BATTERY", 1));

    story.when(correctReceipt(A).to(receive(A).on("2023-06-25").of("BATTERY", 2))).thenAccepted();
  }

  @Test
  @Proves(refusing = RECEIPT_TO_CORRECT)
  void a_parcel_that_was_not_told_cannot_be_corrected() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), openRepair(B));

    story
        .when(correctReceipt(A).of(Instant.parse(NOON)))
        .thenRefused(ORIGINAL_NOT_RECEIVED)
        .breaking(RECEIPT_TO_CORRECT)
        .having(RECEIPT_TO_CORRECT, Inputs.of("receivedAt", Instant.parse(NOON)));
    story.when(correctReceipt(B)).thenRefused(ORIGINAL_NOT_RECEIVED);
    var ofTheOther = story.theCase(A).last(ComponentsReceived.class).orElseThrow().at();
    story.when(correctReceipt(B).of(ofTheOther)).thenRefused(ORIGINAL_NOT_RECEIVED);
  }

  @Test
  void what_was_decided_upon_a_parcel_that_never_came_stands_and_is_told() {
    var story = given(aOneYearPlan()).and(replaced(A, S1));

    story
        .when(correctReceipt(A))
        .thenAccepted()
        .noticing(Notice.DECIDED_UPON_A_MISTAKE)
        .having(
            DECIDED_STANDS,
            refusedNow(
                step(story, DamageAssessed.class, "RecordAssessment", ORIGINAL_NOT_RECEIVED),
                step(story, ReplacementShipped.class, "ShipReplacement", ORIGINAL_NOT_RECEIVED)))
        .goingOn();
    assertThat(story.theCase(A).stage()).isEqualTo(Stage.SETTLED);
    assertThat(story.left().replacement().used()).isEqualTo(1);
    assertThat(story.plan().head().orElseThrow().deviceId()).isEqualTo(S1);
  }

  @Test
  void material_that_was_paid_for_and_had_come_is_told() {
    var story =
        given(aOneYearPlan(), openRepair(A))
            .and(receive(A).without(BATTERY), assess(A), claim(A), pay(A));
    var due = Parts.openMaterial(story.plan(), story.theCase(A), story.terms()).orElseThrow();
    story.and(payMaterial(A).of("USD " + due.minor()));

    story
        .when(correctReceipt(A).to(receive(A)))
        .thenAccepted()
        .having(
            DECIDED_STANDS,
            refusedNow(step(story, FeePaid.class, "PayServiceFee", AMOUNT_NOT_AS_QUOTED)));
  }

  @Test
  void a_discount_on_what_did_not_come_is_told() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claimDiscount(A), pay(A))
            .and(completeRepair(A));

    story
        .when(correctReceipt(A).to(receive(A).without(GIMBAL)))
        .thenAccepted()
        .having(
            DECIDED_STANDS,
            refusedNow(
                step(story, RepairDiscountClaimed.class, "ClaimRepairDiscount", PART_NOT_COVERED)));
  }

  @Test
  void maintenance_of_what_did_not_come_is_told() {
    var story =
        given(aOneYearPlan(), openMaintenance(A), receiveForMaintenance(A), confirmMaintenance(A));

    story
        .when(correctReceipt(A).to(receive(A)))
        .thenAccepted()
        .having(
            DECIDED_STANDS,
            refusedNow(
                step(story, MaintenancePerformed.class, "ConfirmMaintenance", COMPONENTS_MISSING)));
  }

  // ------------------------------------------------------------------------------- assessments

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

  // ------------------------------------------------------------------------------ all of these

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

  private static CaseLapsed lapsedUnsent(String day) {
    var noon = LocalDate.parse(day).atTime(12, 0);
    var zone = StoryLedger.RELEASED.latest().region(region("US")).orElseThrow().zone();
    return new CaseLapsed(P1, noon.atZone(zone).toInstant(), A, LapseCause.NOT_SENT_IN_TIME);
  }

  private static Inputs refusedNow(Inputs... steps) {
    return Inputs.of("refusedNow", List.of(steps));
  }

  private static <E extends CaseEvent> Inputs step(
      Story story, Class<E> event, String command, RefusalCode code) {
    return Inputs.of("step", command)
        .and("caseId", A)
        .and("at", story.theCase(A).last(event).orElseThrow().at())
        .and("codes", List.of(code));
  }
}
