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

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanCommand.CorrectReceipt;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;

class CorrectingAReceiptTest {
  private static final String NOON = "2023-06-05T19:00:00Z";

  /// Of a plan that was sold with its device, the third event is the first that tells of anything.
  private static final long FIRST_FACT = 2;

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

  private static CaseLapsed lapsedUnsent(String day) {
    var noon = LocalDate.parse(day).atTime(12, 0);
    var zone = StoryLedger.RELEASED.latest().region(region("US")).orElseThrow().zone();
    return new CaseLapsed(P1, noon.atZone(zone).toInstant(), A, LapseCause.NOT_SENT_IN_TIME);
  }
}
