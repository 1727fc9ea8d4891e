package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.plan.PlanEvent.FeePaid;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Fee;
import org.planledger.core.terms.ReplacementMode;

class ServingByExpressTest {

  @Test
  @Proves(
      holding = {
        EXPRESS_REPLACES_ONLY,
        EXPRESS_AGREEMENT,
        EXPRESS_PAID_FIRST,
        AMOUNT_AS_QUOTED,
        SERVICE_OFFERED_FOR_PRODUCT,
        WINDOW_ONE_YEAR,
        QUOTA_ONE_YEAR,
        FEE_BY_ORDINAL,
        FEE_IS_CONFIGURED
      })
  void an_express_application_is_claim_and_payment_in_one() {
    var outcome = given(aOneYearPlan()).when(openExpress(A).on("2023-03-01").dueOn("2023-03-06"));
    var at = outcome.command().at();
    var opened = outcome.thenAccepted().goingOn().theCase(A).opened();

    outcome.then(
        opened,
        new ReplacementClaimed(
            P1,
            at,
            A,
            ReplacementMode.DAMAGE,
            1,
            new Fee(money("USD 159.00"), "shop listing, United States", false),
            false),
        new FeePaid(
            P1,
            at,
            A,
            FeePurpose.SERVICE_FEE,
            money("USD 159.00"),
            "payment in advance",
            Optional.of(new FeeSource("shop listing, United States", false))));
    assertThat(opened.process()).isEqualTo(Channel.EXPRESS);
    assertThat(opened.sendBack())
        .contains(
            new SendBackDeadline(
                LocalDate.parse("2023-03-06"),
                ZoneId.of("Pacific/Honolulu"),
                "working days of US"));
  }

  @Test
  void an_express_application_without_a_deadline_is_a_fault_of_whoever_took_it_in() {
    var story = given(aOneYearPlan());

    assertThatThrownBy(() -> story.when(openExpress(A).withoutDeadline()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an express request needs its deadline");
  }

  @Test
  @Proves(refusing = EXPRESS_REPLACES_ONLY)
  void a_lost_aircraft_cannot_be_served_by_express() {
    given(aOneYearPlan())
        .when(openFlyaway(A).by(Channel.EXPRESS))
        .thenRefused(EXPRESS_ONLY_REPLACEMENT);
  }

  @Test
  @Proves(refusing = EXPRESS_AGREEMENT)
  void express_needs_the_agreement_to_leave_the_original_unassessed() {
    given(aOneYearPlan()).when(openExpress(A).withoutAgreement()).thenRefused(AGREEMENT_MISSING);
  }

  @Test
  @Proves(refusing = EXPRESS_PAID_FIRST)
  void express_is_paid_before_it_is_submitted() {
    given(aOneYearPlan()).when(openExpress(A).unpaid()).thenRefused(FEE_NOT_PAID);
    given(aOneYearPlan())
        .when(openExpress(A).at("2023-03-01T10:00:00Z").capturedAt("2023-03-01T10:00:01Z"))
        .thenRefused(FEE_NOT_PAID);
  }

  @ParameterizedTest
  @CsvSource({"USD 158.99", "USD 159.01", "EUR 159.00", "USD 0.00"})
  @Proves(refusing = AMOUNT_AS_QUOTED)
  void express_is_paid_with_the_quoted_amount_and_no_other(String amount) {
    given(aOneYearPlan()).when(openExpress(A).paying(amount)).thenRefused(AMOUNT_NOT_AS_QUOTED);
  }

  @Test
  @Proves(refusing = QUOTA_ONE_YEAR)
  void express_needs_a_replacement_that_is_left() {
    given(aOneYearPlan(), openExpress(A), openExpress(B))
        .when(openExpress(C))
        .thenRefused(QUOTA_EXHAUSTED);
  }

  @Test
  @Proves(refusing = SERVICE_OFFERED_FOR_PRODUCT)
  void express_needs_a_product_that_is_replaced_at_all() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA").with(device(S0).model("BARE_KITE")))
        .when(openExpress(A).unpaid())
        .thenRefused(SERVICE_NOT_OFFERED_FOR_PRODUCT, FEE_NOT_PAID);
  }

  @Test
  @Proves(refusing = FEE_IS_CONFIGURED)
  void where_nobody_configured_a_fee_none_is_never_nothing() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XC").with(device(S0).model("KITE")))
        .when(openExpress(A))
        .thenRefused(FEE_NOT_CONFIGURED);
  }

  @Test
  @Proves(refusing = CHANNEL_OF_THE_REGION)
  void a_region_may_offer_no_express() {
    given(aOneYearPlan().in("AU")).when(openExpress(A)).thenRefused(CHANNEL_NOT_AVAILABLE);
  }
}
