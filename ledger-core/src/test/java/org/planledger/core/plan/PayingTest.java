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

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.core.device.DeviceEvent.OwnershipTransferred;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Terms;

class PayingTest {

  @Test
  @Proves(holding = {CONFIRMED_BEFORE_PAYMENT, AMOUNT_AS_QUOTED})
  void the_quoted_fee_is_paid_after_the_claim() {
    var outcome =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A)).when(pay(A));

    outcome
        .then(
            new FeePaid(
                P1,
                outcome.command().at(),
                A,
                FeePurpose.SERVICE_FEE,
                money("USD 159.00"),
                "payment of SERVICE_FEE",
                Optional.of(new FeeSource("shop listing, United States", false))))
        .onDevices();
    assertThat(outcome.goingOn().theCase(A).stage()).isEqualTo(Stage.PAID);
  }

  @Test
  @Proves(refusing = CONFIRMED_BEFORE_PAYMENT)
  void nothing_is_paid_before_the_customer_has_chosen() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .when(pay(A))
        .thenRefused(NOT_CONFIRMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"USD 158.99", "USD 159.01", "EUR 159.00", "USD 0.00", "USD -159.00"})
  @Proves(refusing = AMOUNT_AS_QUOTED)
  void part_of_the_fee_more_than_the_fee_and_other_money_are_not_the_fee(String amount) {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
        .when(pay(A).of(amount))
        .thenRefused(AMOUNT_NOT_AS_QUOTED);
  }

  @Test
  @Proves(refusing = AMOUNT_AS_QUOTED)
  void a_fee_is_paid_once() {
    given(aOneYearPlan())
        .and(paidRepair(A))
        .when(pay(A).of("USD 159.00"))
        .thenRefused(AMOUNT_NOT_AS_QUOTED)
        .having(
            AMOUNT_AS_QUOTED,
            Inputs.of("due", Fees.shown(money("USD 0.00")))
                .and("paid", Fees.shown(money("USD 159.00"))));
  }

  @Test
  @Proves(
      holding = {
        FLYAWAY_CONFIRMED,
        FLIGHT_RECORD_GIVEN,
        REPORT_FILED,
        OWNED_BY_PROVIDER_AFTER_PAYMENT
      })
  void with_the_payment_a_lost_aircraft_becomes_the_providers() {
    var outcome = given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A)).when(pay(A));

    outcome
        .then(
            new FeePaid(
                P1,
                outcome.command().at(),
                A,
                FeePurpose.SERVICE_FEE,
                money("USD 739.00"),
                "payment of SERVICE_FEE",
                Optional.of(new FeeSource("shop listing, United States", false))))
        .onDevices(new OwnershipTransferred(S0, P1, outcome.command().at(), A))
        .having(OWNED_BY_PROVIDER_AFTER_PAYMENT, Inputs.of("deviceId", S0));
  }

  @Test
  @Proves(refusing = {FLYAWAY_CONFIRMED, FLIGHT_RECORD_GIVEN, REPORT_FILED})
  void a_loss_is_not_paid_before_it_was_claimed_recorded_and_reported() {
    given(aOneYearPlan(), openFlyaway(A))
        .when(pay(A))
        .thenRefused(NOT_CONFIRMED, FLIGHT_RECORD_MISSING, FLYAWAY_REPORT_MISSING);
  }

  @Test
  @Proves(refusing = REPORT_FILED)
  void a_claimed_loss_is_not_paid_before_its_report() {
    given(aOneYearPlan()).and(claimedFlyaway(A)).when(pay(A)).thenRefused(FLYAWAY_REPORT_MISSING);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void the_fee_of_an_express_case_was_paid_before_it_was_opened() {
    given(aOneYearPlan(), openExpress(A), receive(A))
        .when(pay(A))
        .thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(holding = {BODY_SENT_IN, AMOUNT_AS_QUOTED, FEE_IS_CONFIGURED})
  void the_material_of_missing_parts_is_paid_by_quantity() {
    var withoutBatteryAndPropellers =
        given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY, PROPELLER_PAIR))
            .and(assess(A), claim(A));
    var terms = StoryLedger.RELEASED.latest();
    long battery = price(terms, BATTERY);
    long pair = price(terms, PROPELLER_PAIR);

    withoutBatteryAndPropellers
        .when(payMaterial(A).of("USD " + (battery + 2 * pair)))
        .thenAccepted()
        .noticing(Notice.SAMPLE_FEE);
    withoutBatteryAndPropellers
        .when(payMaterial(A).of("USD " + (battery + pair)))
        .thenRefused(AMOUNT_NOT_AS_QUOTED);
  }

  @Test
  @Proves(refusing = AMOUNT_AS_QUOTED)
  void where_nothing_is_missing_there_is_nothing_to_pay() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
        .when(payMaterial(A).of("USD 0.00"))
        .thenRefused(AMOUNT_NOT_AS_QUOTED);
  }

  @Test
  @Proves(refusing = CONFIRMED_BEFORE_PAYMENT)
  void material_is_not_paid_before_the_claim() {
    given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY))
        .when(payMaterial(A).of("USD " + price(StoryLedger.RELEASED.latest(), BATTERY)))
        .thenRefused(NOT_CONFIRMED);
  }

  @Test
  @Proves(refusing = RECEIVED_FOR_ASSESSMENT)
  void nor_before_anything_arrived() {
    given(aOneYearPlan(), openRepair(A))
        .when(payMaterial(A))
        .thenRefused(NOT_CONFIRMED, ORIGINAL_NOT_RECEIVED);
  }

  @Test
  @Proves(refusing = SHIPPED_ON_RECEIPT)
  void nor_in_an_express_case() {
    given(aOneYearPlan(), openExpress(A)).when(payMaterial(A)).thenRefused(ORIGINAL_NOT_RECEIVED);
  }

  @Test
  @Proves(refusing = BODY_SENT_IN)
  void nobody_can_pay_for_the_product_itself() {
    given(aOneYearPlan(), openExpress(A), receive(A).without(AIRCRAFT, BATTERY))
        .when(payMaterial(A).of("USD " + price(StoryLedger.RELEASED.latest(), BATTERY)))
        .thenRefused(COMPONENTS_MISSING);
  }

  @Test
  @Proves(refusing = FEE_IS_CONFIGURED)
  void a_part_whose_material_has_no_price_cannot_be_paid_for() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA").with(device(S0).model("KITE")))
        .and(openExpress(A), receive(A).without(BATTERY))
        .when(payMaterial(A))
        .thenRefused(FEE_NOT_CONFIGURED);
  }

  @Test
  @Proves(refusing = STAGE_OF_THE_CASE)
  void a_lost_aircraft_has_no_missing_parts() {
    given(aOneYearPlan(), openFlyaway(A)).when(payMaterial(A)).thenRefused(SERVICE_NOT_APPLICABLE);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void a_closed_case_takes_no_money() {
    var settled = given(aOneYearPlan()).and(replaced(A, S1));

    settled.when(pay(A)).thenRefused(CASE_CLOSED);
    settled.when(payMaterial(A)).thenRefused(CASE_CLOSED);
  }

  @Test
  void the_payment_of_a_discounted_repair_says_where_its_discount_comes_from() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claimDiscount(A)).and(pay(A));

    assertThat(story.theCase(A).last(FeePaid.class).orElseThrow().source())
        .contains(story.theCase(A).discount().orElseThrow().source());
  }

  @Test
  void a_price_that_somebody_published_is_paid_without_a_notice() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA").with(device(S0).model("KITE")))
        .and(openExpress(A), receive(A).without(GIMBAL))
        .when(payMaterial(A).of("EUR 30.00"))
        .thenAccepted()
        .noticing()
        .having(
            BODY_SENT_IN,
            Inputs.of("body", "AIRCRAFT").and("received", Map.of("AIRCRAFT", 1, "BATTERY", 1)));
  }

  private static long price(Terms terms, Part part) {
    return terms.materialPrice(region("US"), model("MAVIC_3"), part).orElseThrow().amount().minor();
  }
}
