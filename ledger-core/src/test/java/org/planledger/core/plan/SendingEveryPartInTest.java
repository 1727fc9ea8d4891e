package org.planledger.core.plan;

import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Proves;

class SendingEveryPartInTest {

  @Test
  @Proves(refusing = COVERED_PARTS_SENT_IN)
  void a_missing_part_that_nobody_paid_for_holds_the_shipment_back() {
    given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY), assess(A), claim(A), pay(A))
        .when(ship(A, S1))
        .thenRefused(COMPONENTS_MISSING)
        .breaking(COVERED_PARTS_SENT_IN);
  }

  @Test
  @Proves(holding = COVERED_PARTS_SENT_IN)
  void a_missing_part_that_was_paid_for_does_not() {
    given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY), assess(A), claim(A), pay(A))
        .and(payMaterial(A).of("USD " + batteryMinor()))
        .when(ship(A, S1))
        .thenAccepted();
  }

  @Test
  @Proves(holding = COVERED_PARTS_SENT_IN)
  void nor_does_one_that_came_in_a_second_parcel() {
    given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY), assess(A), claim(A), pay(A))
        .and(receive(A).of("BATTERY", 1))
        .when(ship(A, S1))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = COVERED_PARTS_SENT_IN)
  void an_incomplete_number_of_parts_is_a_missing_part() {
    given(
            aOneYearPlan(),
            openRepair(A),
            receive(A).without(PROPELLER_PAIR),
            receive(A).of("PROPELLERS", 1))
        .and(assess(A), claim(A), pay(A))
        .when(ship(A, S1))
        .thenRefused(COMPONENTS_MISSING);
  }

  @Test
  @Proves(refusing = BODY_SENT_IN)
  void the_product_itself_has_to_come_in_whatever_was_paid() {
    given(aOneYearPlan(), openRepair(A), receive(A).without(AIRCRAFT), assess(A), claim(A), pay(A))
        .when(ship(A, S1))
        .thenRefused(COMPONENTS_MISSING)
        .breaking(BODY_SENT_IN);
  }

  @Test
  @Proves(refusing = EXPRESS_PARTS_SENT_IN)
  void an_express_replacement_waits_for_missing_parts_too() {
    given(aOneYearPlan(), openExpress(A), receive(A).without(BATTERY))
        .when(ship(A, S1))
        .thenRefused(COMPONENTS_MISSING)
        .breaking(EXPRESS_PARTS_SENT_IN);
  }

  @Test
  @Proves(refusing = EXPRESS_PARTS_SENT_IN)
  void a_missing_part_without_a_price_holds_the_shipment_back() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA").with(device(S0).model("KITE")))
        .and(openExpress(A), receive(A).without(BATTERY))
        .when(ship(A, S1))
        .thenRefused(COMPONENTS_MISSING);
  }

  private static long batteryMinor() {
    return StoryLedger.RELEASED
        .latest()
        .materialPrice(region("US"), model("MAVIC_3"), BATTERY)
        .orElseThrow()
        .amount()
        .minor();
  }
}
