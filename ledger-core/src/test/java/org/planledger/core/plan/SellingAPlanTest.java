package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.plan.PlanCommand.PurchasePlan;
import org.planledger.core.plan.PlanEvent.PlanPurchased;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.PlanFigures;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.Window;

class SellingAPlanTest {
  /// Noon of 15 January 2023 in Hawaii, where the last of the customers in the US have their noon.
  private static final Instant PURCHASE = Instant.parse("2023-01-15T22:00:00Z");

  @Test
  @Proves(holding = {ACCEPTING_THE_TERMS, WINDOW_START})
  void a_sold_plan_fixes_its_terms_its_window_and_its_totals() {
    given().when(aPlan().ofTwoYears()).then(sold(PlanType.TWO_YEAR)).onDevices();
  }

  @Test
  void a_plan_may_be_sold_together_with_the_device_it_covers() {
    var story = given();
    var outcome = story.when(aOneYearPlan()).thenAccepted();
    var bound = outcome.goingOn().plan().head().orElseThrow();

    outcome
        .then(sold(PlanType.ONE_YEAR), bound)
        .onDevices(new BoundToPlan(S0, P1, PURCHASE, model("MAVIC_3"), BindingCause.PURCHASE));
    assertThat(bound.at()).isEqualTo(PURCHASE);
    assertThat(bound.deviceId()).isEqualTo(S0);
    assertThat(bound.inheritedFrom()).isEmpty();
  }

  @Test
  void a_plan_may_be_sold_before_it_takes_effect() {
    var plan = given(aPlan().purchasedOn("2023-01-01").effectiveOn("2023-01-15")).plan();

    assertThat(plan.sold().window().from()).isEqualTo("2023-01-15");
    assertThat(plan.day(plan.sold().at())).isEqualTo("2023-01-01");
  }

  @Test
  @Proves(refusing = ACCEPTING_THE_TERMS)
  void terms_that_nobody_knows_cannot_be_accepted() {
    given().when(aPlan().accepting("1999-12")).thenRefused(TERMS_NOT_ACCEPTED);
  }

  @Test
  @Proves(refusing = ACCEPTING_THE_TERMS)
  void retired_terms_cannot_be_accepted_from_the_day_they_are_retired() {
    Story.under(KiteTerms.book())
        .when(aPlan().in("XA").accepting("2098-01").effectiveOn("2023-01-01"))
        .thenRefused(TERMS_NOT_ACCEPTED);
  }

  @Test
  @Proves(holding = ACCEPTING_THE_TERMS)
  void they_can_be_accepted_on_the_day_before() {
    Story.under(KiteTerms.book())
        .when(aPlan().in("XA").accepting("2098-01").effectiveOn("2022-12-31"))
        .thenAccepted();
  }

  @Test
  @Proves(
      refusing = {
        ACCEPTING_THE_TERMS,
        SAME_REGION_AS_PRODUCT,
        BOUND_ONCE_FOR_LIFE,
        NOT_COVERED_TWICE,
        KNOWN_PRODUCT
      })
  void a_sale_with_a_device_names_every_ground_at_once() {
    given(aOneYearPlan())
        .when(
            aPlan()
                .called(P2)
                .accepting("1999-12")
                .with(device(S0).boughtIn("JP").model("PAPER_PLANE")))
        .thenRefused(
            TERMS_NOT_ACCEPTED,
            REGION_MISMATCH,
            ALREADY_BOUND_ONCE,
            SERIAL_ALREADY_COVERED,
            PRODUCT_UNKNOWN)
        .breaking(
            ACCEPTING_THE_TERMS,
            SAME_REGION_AS_PRODUCT,
            BOUND_ONCE_FOR_LIFE,
            NOT_COVERED_TWICE,
            KNOWN_PRODUCT);
  }

  @Test
  void a_region_in_which_the_edition_is_not_sold_is_a_fault_of_whoever_took_the_command_in() {
    var sold = given(aPlan()).plan().sold();
    var inTheAntarctic =
        new PurchasePlan(
            P2,
            sold.at(),
            sold.planType(),
            region("AQ"),
            sold.effectiveOn(),
            sold.terms().edition(),
            sold.pricePaid(),
            HOLDER,
            Optional.empty(),
            Optional.empty());
    var nothingYet = new Situation(Optional.empty(), Map.of(), StoryLedger.RELEASED);

    assertThatThrownBy(() -> Plan.decide(nothingYet, inTheAntarctic))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edition 2022-10 is not sold in region AQ");
  }

  private static PlanPurchased sold(PlanType type) {
    boolean two = type == PlanType.TWO_YEAR;
    return new PlanPurchased(
        P1,
        PURCHASE,
        type,
        region("US"),
        ZoneId.of("Pacific/Honolulu"),
        TermsReference.to(StoryLedger.RELEASED.latest()),
        LocalDate.parse("2023-01-15"),
        new Window(
            LocalDate.parse("2023-01-15"), LocalDate.parse(two ? "2025-01-15" : "2024-01-15")),
        two ? new PlanFigures(24, 3, 2, 3, 2, true) : new PlanFigures(12, 2, 1, 2, 1, false),
        money("USD 239.00"),
        HOLDER,
        Optional.of(said("the holder")));
  }
}
