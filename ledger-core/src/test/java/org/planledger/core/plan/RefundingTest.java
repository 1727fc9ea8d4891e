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

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.plan.PlanEvent.FeeRefunded;
import org.planledger.core.rule.Proves;

class RefundingTest {

  @Test
  @Proves(holding = {FEE_REFUNDABLE, MONEY_DUE_BACK})
  void a_fee_of_a_case_that_another_replacement_ended_is_due_back_in_full() {
    var story = given(aOneYearPlan()).and(paidRepair(A)).and(replaced(B, S1));

    assertThat(story.theCase(A).stage()).isEqualTo(Stage.LAPSED);
    assertThat(story.refund(A).due()).isEqualTo(money("USD 159.00"));
    assertThat(Refund.due(story.plan())).extracting(Refund::caseId).containsExactly(A);
    var after = story.when(refund(A)).thenAccepted().goingOn();
    assertThat(after.theCase(A).last(FeeRefunded.class).orElseThrow().goodwill()).isFalse();
    assertThat(after.refund(A).due()).isEqualTo(money("USD 0.00"));
    assertThat(Refund.due(after.plan())).isEmpty();
    after.when(refund(A)).thenRefused(FEE_NOT_REFUNDABLE, AMOUNT_NOT_AS_QUOTED);
  }

  @Test
  @Proves(refusing = FEE_REFUNDABLE)
  void a_fee_of_a_case_that_the_customer_withdrew_is_not_due_back() {
    var story = given(aOneYearPlan()).and(paidRepair(A)).and(withdraw(A));

    assertThat(story.refund(A).limb()).contains(Refund.Limb.ATTRIBUTABLE);
    story.when(refund(A)).thenRefused(FEE_NOT_REFUNDABLE);
    story.when(refund(A).approvedBy("clerk")).thenRefused(FEE_NOT_REFUNDABLE);
    var goodwill = story.when(refund(A).approvedBy("lead")).thenAccepted().goingOn();
    assertThat(goodwill.theCase(A).last(FeeRefunded.class).orElseThrow().goodwill()).isTrue();
  }

  @Test
  @Proves(holding = EXPRESS_FEE_STAYS)
  void the_fee_of_an_express_case_that_was_never_sent_needs_a_second_person() {
    var story =
        given(aOneYearPlan(), openExpress(A).on("2023-03-03").dueOn("2023-03-08"))
            .and(lapse(A).on("2023-03-09"));

    story.when(refund(A)).thenRefused(FEE_NOT_REFUNDABLE);
    story.when(refund(A).approvedBy("lead")).thenAccepted();
  }

  @Test
  void what_was_performed_is_not_due_back_and_an_open_case_is_not_refunded() {
    var settled = given(aOneYearPlan()).and(replaced(A, S1));
    assertThat(settled.refund(A).limb()).contains(Refund.Limb.SERVICE_GIVEN);
    settled.when(refund(A)).thenRefused(FEE_NOT_REFUNDABLE);
    given(aOneYearPlan()).and(paidRepair(A)).when(refund(A)).thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  void a_refusal_for_force_majeure_gives_the_fee_back_and_one_for_intent_does_not() {
    var majeure = given(aOneYearPlan()).and(paidRepair(A)).and(refuseFor(A, "X-G-09"));
    var intent = given(aOneYearPlan()).and(paidRepair(A)).and(refuseFor(A, "X-G-06"));

    assertThat(majeure.refund(A).due()).isEqualTo(money("USD 159.00"));
    assertThat(intent.refund(A).limb()).contains(Refund.Limb.ATTRIBUTABLE);
  }

  @Test
  void the_money_for_missing_material_is_always_due_back() {
    withMaterialPaid().and(withdraw(A)).when(refund(A).ofMaterial()).thenAccepted();
  }

  @Test
  void a_fee_that_was_paid_outside_the_days_of_the_service_stays() {
    var story =
        given(aOneYearPlan())
            .and(openRepair(A).on("2025-06-01").waiving(OUTSIDE_VALIDITY), receive(A))
            .and(assess(A), claim(A), pay(A), refuse(A));

    assertThat(story.refund(A).limb()).contains(Refund.Limb.OUTSIDE_VALIDITY);
  }

  @Test
  void more_than_was_paid_is_never_paid_back() {
    given(aOneYearPlan())
        .and(paidRepair(A))
        .and(withdraw(A))
        .when(refund(A).of("USD 159.01").approvedBy("lead"))
        .thenRefused(AMOUNT_NOT_AS_QUOTED);
    assertThat(
            Refund.of(
                given(aOneYearPlan(), openRepair(A)).plan(),
                given(aOneYearPlan(), openRepair(A)).theCase(A),
                FeePurpose.SERVICE_FEE))
        .isEqualTo(Optional.empty());
  }

  @Test
  void what_is_paid_back_for_material_leaves_the_fee_as_it_was() {
    var story = withMaterialPaid().and(withdraw(A)).and(refund(A).ofMaterial());

    assertThat(story.theCase(A).refunded(FeePurpose.SERVICE_FEE)).isEmpty();
    assertThat(story.refund(A).kept()).isEqualTo(money("USD 159.00"));
  }

  @Test
  @Proves(refusing = FEE_REFUNDABLE)
  void material_that_went_into_a_replacement_is_not_due_back() {
    var story = withMaterialPaid().and(ship(A, S1));

    assertThat(Refund.of(story.plan(), story.theCase(A), FeePurpose.MISSING_MATERIAL))
        .hasValueSatisfying(
            refund -> assertThat(refund.limb()).contains(Refund.Limb.SERVICE_GIVEN));
    story.when(refund(A).ofMaterial()).thenRefused(FEE_NOT_REFUNDABLE);
  }

  @Test
  @Proves(refusing = FEE_REFUNDABLE)
  void a_fee_that_was_paid_before_the_service_was_asked_for_stays() {
    var story =
        given(aOneYearPlan(), openRepair(A).on("2023-03-01"), receive(A), assess(A), claim(A))
            .and(pay(A).capturedAt("2023-02-28T12:00:00Z"), refuse(A));

    assertThat(story.refund(A).limb()).contains(Refund.Limb.BEFORE_THE_REQUEST);
    story.when(refund(A)).thenRefused(FEE_NOT_REFUNDABLE);
  }

  @Test
  @Proves(holding = FEE_REFUNDABLE)
  void the_fee_of_an_express_case_is_part_of_its_request_and_not_before_it() {
    var story =
        given(aOneYearPlan())
            .and(openExpress(A).on("2023-03-03").capturedAt("2023-03-02T12:00:00Z"), refuse(A));

    assertThat(story.refund(A).due()).isEqualTo(money("USD 159.00"));
    story.when(refund(A)).thenAccepted();
  }

  @Test
  @Proves(refusing = AMOUNT_AS_QUOTED)
  void a_refund_of_nothing_is_none() {
    given(aOneYearPlan())
        .and(paidRepair(A))
        .and(replaced(B, S1))
        .when(refund(A).of("USD 0.00"))
        .thenRefused(AMOUNT_NOT_AS_QUOTED);
  }

  /// A claimed and paid case whose battery did not come in and was paid for.
  private static Story withMaterialPaid() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY), assess(A), claim(A))
            .and(pay(A));
    var due = Parts.openMaterial(story.plan(), story.theCase(A), story.terms()).orElseThrow();
    return story.and(payMaterial(A).of(due.currency() + " " + due.minor()));
  }
}
