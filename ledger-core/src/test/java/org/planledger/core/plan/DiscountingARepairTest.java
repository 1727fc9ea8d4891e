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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Service;

class DiscountingARepairTest {

  @Test
  @Proves(
      holding = {
        DISCOUNT_FOR_WHAT_IS_SENT_IN,
        DISCOUNTS_ARE_LIMITED,
        DISCOUNT_QUOTA,
        DISCOUNT_ROW,
        SENT_BACK_TOGETHER,
        DISCOUNTED_PRICE,
        FIRST_CONSIGNMENT,
        LINES_OF_A_DISCOUNT,
        PLAN_OR_FULL_PRICE
      })
  void the_list_price_of_what_was_sent_in_is_lowered_by_the_published_share() {
    var claimed =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
            .when(claimDiscount(A).line("GIMBAL", "USD 100.00", "USD 50.00"))
            .thenAccepted()
            .noticing(Notice.SAMPLE_FEE)
            .goingOn()
            .theCase(A);

    assertThat(claimed.stage()).isEqualTo(Stage.CLAIMED);
    assertThat(claimed.discount().orElseThrow().total()).isEqualTo(money("USD 110.00"));
  }

  @Test
  @Proves(holding = {ONE_ORDER_ONE_USE, SENT_OUT_WHEN_DONE})
  void one_repair_order_is_one_use_whatever_the_number_of_its_lines() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A).damaged(GIMBAL, CAMERA))
            .and(
                claimDiscount(A)
                    .line("GIMBAL", "USD 100.00", "USD 50.00")
                    .line("CAMERA", "USD 80.00", "USD 20.00"));
    assertThat(story.left().repairDiscount().reserved()).isEqualTo(1);

    story.and(pay(A)).when(completeRepair(A)).thenAccepted().goingOn();

    assertThat(story.left().repairDiscount().used()).isEqualTo(1);
    assertThat(story.left().repairDiscount().available()).contains(1);
    assertThat(story.left().replacement().used()).isEqualTo(0);
    assertThat(story.theCase(A).settledUnder()).contains(Service.REPAIR_DISCOUNT);
  }

  @Test
  @Proves(refusing = DISCOUNT_QUOTA)
  void a_third_discounted_repair_on_a_one_year_plan_is_one_too_many() {
    given(aOneYearPlan())
        .and(repaired(A))
        .and(repaired(B))
        .and(openRepair(C), receive(C), assess(C))
        .when(claimDiscount(C))
        .thenRefused(QUOTA_EXHAUSTED);
  }

  @Test
  @Proves(holding = {NO_DISCOUNT_ON_MISSING, OUTSIDE_THE_SCOPE})
  void what_was_not_sent_and_what_is_not_on_the_list_costs_its_full_price() {
    var full = Fees.shown(money("USD 100.00"));
    var lines =
        given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY), assess(A))
            .when(
                claimDiscount(A)
                    .line("GIMBAL", "USD 100.00", "USD 0.00")
                    .line("BATTERY", "USD 100.00", "USD 0.00")
                    .line("MOTORS", "USD 100.00", "USD 0.00"))
            .thenAccepted()
            .having(NO_DISCOUNT_ON_MISSING, Inputs.of("part", "BATTERY").and("payable", full))
            .having(OUTSIDE_THE_SCOPE, Inputs.of("part", "MOTORS").and("payable", full))
            .having(
                LINES_OF_A_DISCOUNT,
                Inputs.of("lines", List.of("GIMBAL", "BATTERY", "MOTORS"))
                    .and("sentTogether", List.of("AIRCRAFT", "CAMERA", "GIMBAL", "PROPELLER_PAIR")))
            .goingOn()
            .when(pay(A).of("USD 270.00"))
            .thenAccepted()
            .goingOn()
            .theCase(A)
            .discount()
            .orElseThrow()
            .lines();
    assertThat(lines).extracting(DiscountedLine::discounted).containsExactly(true, false, false);
  }

  @Test
  void what_came_in_a_later_parcel_was_not_sent_together() {
    var lines =
        given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY), assess(A))
            .and(receive(A).of("BATTERY", 1))
            .and(
                claimDiscount(A)
                    .line("GIMBAL", "USD 100.00", "USD 0.00")
                    .line("BATTERY", "USD 100.00", "USD 0.00"))
            .theCase(A)
            .discount()
            .orElseThrow()
            .lines();

    assertThat(lines)
        .extracting(DiscountedLine::payable)
        .containsExactly(money("USD 70.00"), money("USD 100.00"));
  }

  @Test
  @Proves(refusing = LINES_OF_A_DISCOUNT)
  void a_repair_of_which_no_line_is_covered_uses_no_discount() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .when(claimDiscount(A).line("MOTORS", "USD 10.00", "USD 0.00"))
        .thenRefused(PART_NOT_COVERED);
  }

  @Test
  @Proves(holding = {LOST_PART_OF_A_REPAIR, LOSS_BESIDE_A_REPAIR})
  void a_lost_part_is_the_customers_and_the_rest_is_discounted() {
    var lines =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).damaged(GIMBAL, CAMERA).finding("X-D-01", CAMERA).finding("X-D-02"))
            .when(
                claimDiscount(A)
                    .line("GIMBAL", "USD 10.00", "USD 0.00")
                    .line("CAMERA", "USD 10.00", "USD 0.00"))
            .thenAccepted()
            .goingOn()
            .theCase(A)
            .discount()
            .orElseThrow()
            .lines();

    assertThat(lines).extracting(DiscountedLine::discounted).containsExactly(true, false);
  }

  @Test
  @Proves(refusing = LOST_PART_OF_A_REPAIR)
  void where_every_line_is_a_lost_part_there_is_nothing_to_discount() {
    given(aOneYearPlan(), openRepair(A), receive(A))
        .and(assess(A).damaged(CAMERA).finding("X-D-01", CAMERA))
        .when(claimDiscount(A).line("CAMERA", "USD 10.00", "USD 0.00"))
        .thenRefused(PART_NOT_COVERED);
  }

  @Test
  @Proves(refusing = SERVICE_OFFERED_FOR_PRODUCT)
  void a_stabiliser_has_no_discount_because_its_list_is_of_aircraft() {
    given(aPlan().with(device(S0).model("RS_3")))
        .and(openRepair(A), receive(A), assess(A))
        .when(claimDiscount(A).line("GIMBAL", "USD 10.00", "USD 0.00"))
        .thenRefused(SERVICE_NOT_OFFERED_FOR_PRODUCT);
  }

  @Test
  @Proves(refusing = PAID_BEFORE_SERVICE)
  void a_discounted_repair_is_not_done_before_it_is_paid() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claimDiscount(A))
        .when(completeRepair(A))
        .thenRefused(FEE_NOT_PAID);
  }

  @Test
  @Proves(refusing = {ASSESSED_FIRST, AMOUNT_AS_QUOTED})
  void it_is_chosen_after_the_assessment_and_priced_in_the_money_of_the_region() {
    given(aOneYearPlan(), openRepair(A), receive(A))
        .when(claimDiscount(A).line("GIMBAL", "EUR 10.00", "EUR 0.00"))
        .thenRefused(NOT_ASSESSED, AMOUNT_NOT_AS_QUOTED);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void express_maintenance_and_a_second_claim_have_no_discount() {
    given(aOneYearPlan(), openExpress(A))
        .when(claimDiscount(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
    given(aOneYearPlan(), openMaintenance(A))
        .when(claimDiscount(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
        .when(claimDiscount(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = FREE_ALTERNATIVE_SHOWN, holding = FREE_IS_NO_DUTY)
  void whoever_could_have_it_for_nothing_has_to_know() {
    var free =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());

    free.when(claimDiscount(A)).thenRefused(FREE_ALTERNATIVE_NOT_ACKNOWLEDGED);
    free.when(claimDiscount(A).knowingOfTheFreeService()).thenAccepted();
  }

  @Test
  void half_a_cent_of_the_reduced_price_is_the_customers() {
    var total =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
            .and(claimDiscount(A).line("GIMBAL", "USD 0.05", "USD 0.01"))
            .theCase(A)
            .discount()
            .orElseThrow()
            .total();

    assertThat(total).isEqualTo(new Money(5, money("USD 0.00").currency()));
  }

  @Test
  @Proves(refusing = CAUSE_IS_COVERED)
  void a_loss_is_not_repaired_at_a_discount() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A).as(Cause.FLYAWAY))
        .when(claimDiscount(A))
        .thenRefused(CAUSE_NOT_COVERED);
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED, holding = ONLY_THE_HEAD_IS_SERVED)
  void a_device_that_was_reported_lost_in_another_case_gets_no_discount() {
    given(aOneYearPlan(), openRepair(B))
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .and(receive(B), assess(B))
        .when(claimDiscount(B))
        .thenRefused(DEVICE_RESTRICTED)
        .having(ONLY_THE_HEAD_IS_SERVED, Inputs.of("deviceId", S0).and("headDeviceId", S0));
  }

  @Test
  @Proves(refusing = WINDOW_ONE_YEAR)
  void no_later_day_helps_a_case_that_was_opened_before_the_plan_began() {
    given(
            aPlan()
                .effectiveOn("2023-03-01")
                .purchasedOn("2023-01-15")
                .with(device(S0).underWarrantyFrom("2023-01-15")))
        .and(openRepair(A).on("2023-02-01"), receive(A), assess(A))
        .when(claimDiscount(A))
        .thenRefused(OUTSIDE_VALIDITY)
        .whateverTheDay();
  }

  private static Step[] repaired(CaseId id) {
    return new Step[] {
      openRepair(id), receive(id), assess(id), claimDiscount(id), pay(id), completeRepair(id)
    };
  }
}
