package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;

class BindingADeviceTest {

  @Test
  @Proves(
      holding = {
        SAME_REGION_AS_PRODUCT,
        BOUND_ONCE_FOR_LIFE,
        NOT_COVERED_TWICE,
        KNOWN_PRODUCT,
        FIRST_DEVICE,
        BOUND_BEFORE_THE_END
      })
  void a_device_that_nobody_has_seen_is_bound_to_a_plan_without_one() {
    var outcome = given(aPlan()).when(bind(device(S0)).on("2023-01-20")).thenAccepted();
    var at = Instant.parse("2023-01-20T22:00:00Z");
    var story = outcome.goingOn();
    var cover = story.plan().head().orElseThrow().cover();

    outcome
        .then(
            new DeviceBound(
                P1,
                at,
                S0,
                model("MAVIC_3"),
                BindingCause.PURCHASE,
                new ProductPurchase(
                    region("US"), SalesChannel.OFFICIAL, BEGINNING, Optional.empty()),
                cover,
                Optional.empty()))
        .onDevices(new BoundToPlan(S0, P1, at, model("MAVIC_3"), BindingCause.PURCHASE));
    assertThat(cover.warrantyStartsOn()).isEqualTo(LocalDate.parse("2023-01-15"));
    assertThat(story.device(S0).status()).isEqualTo(DeviceStatus.ACTIVE);
    assertThat(story.device(S0).plan()).contains(P1);
  }

  @Test
  @Proves(refusing = SAME_REGION_AS_PRODUCT)
  void a_product_bought_elsewhere_than_the_plan_is_not_bound() {
    given(aPlan().in("DE"))
        .when(bind(device(S0).boughtIn("AT")))
        .thenRefused(REGION_MISMATCH)
        .having(SAME_REGION_AS_PRODUCT, Inputs.of("planRegion", "DE").and("productRegion", "AT"));
  }

  @Test
  @Proves(holding = SAME_REGION_AS_PRODUCT)
  void regions_that_the_terms_join_count_as_one() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA"))
        .when(bind(device(S0).model("KITE").boughtIn("XB")))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = {BOUND_ONCE_FOR_LIFE, NOT_COVERED_TWICE})
  void a_device_that_a_plan_covers_is_not_bound_to_another() {
    given(aOneYearPlan(), aPlan().called(P2))
        .when(bind(device(S0)).to(P2))
        .thenRefused(ALREADY_BOUND_ONCE, SERIAL_ALREADY_COVERED);
  }

  @Test
  @Proves(refusing = {BOUND_ONCE_FOR_LIFE, NOT_COVERED_TWICE})
  void the_replacement_of_another_plan_is_not_bound() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(aPlan().called(P2))
        .when(bind(device(S1)).to(P2))
        .thenRefused(ALREADY_BOUND_ONCE, SERIAL_ALREADY_COVERED);
  }

  @Test
  @Proves(holding = NOT_COVERED_TWICE, refusing = BOUND_ONCE_FOR_LIFE)
  void a_device_that_was_replaced_is_never_bound_by_purchase_again() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(aPlan().called(P2))
        .when(bind(device(S0)).to(P2))
        .thenRefused(ALREADY_BOUND_ONCE);
  }

  @Test
  @Proves(refusing = FIRST_DEVICE)
  void a_plan_covers_one_device_at_a_time() {
    given(aOneYearPlan()).when(bind(device(S1))).thenRefused(PLAN_ALREADY_BOUND);
  }

  @Test
  @Proves(refusing = KNOWN_PRODUCT)
  void a_model_is_never_guessed_from_its_name() {
    given(aPlan()).when(bind(device(S0).model("MAVIC_99"))).thenRefused(PRODUCT_UNKNOWN);
  }

  @Test
  @Proves(holding = BOUND_BEFORE_THE_END)
  void a_device_may_be_bound_on_the_last_day_of_the_plan() {
    given(aPlan()).when(bind(device(S0)).on("2024-01-14")).thenAccepted();
  }

  @Test
  @Proves(refusing = BOUND_BEFORE_THE_END)
  void a_device_is_not_bound_to_a_plan_that_is_over() {
    given(aPlan()).when(bind(device(S0)).on("2024-01-15")).thenRefused(OUTSIDE_VALIDITY);
  }

  @Test
  void a_device_bound_late_gains_no_day() {
    var plan = given(aPlan(), bind(device(S0)).on("2023-06-01")).plan();

    assertThat(plan.sold().window().from()).isEqualTo("2023-01-15");
    assertThat(plan.sold().window().until()).isEqualTo("2024-01-15");
  }

  @Test
  void every_ground_against_a_binding_is_named_in_the_order_of_the_catalogue() {
    given(aOneYearPlan())
        .when(bind(device(S0).boughtIn("JP").model("MAVIC_99")).on("2024-02-01"))
        .thenRefused(
            REGION_MISMATCH,
            ALREADY_BOUND_ONCE,
            SERIAL_ALREADY_COVERED,
            OUTSIDE_VALIDITY,
            PRODUCT_UNKNOWN,
            PLAN_ALREADY_BOUND);
  }

  @Test
  void a_binding_that_names_no_moment_came_with_the_activation_of_the_device() {
    var activated = device(S0).activatedAt("2023-02-03T04:05:06Z");
    var plan = given(aPlan(), bind(activated).withoutAMoment()).plan();

    assertThat(plan.head().orElseThrow().at()).isEqualTo("2023-02-03T04:05:06Z");
  }

  @Test
  void a_binding_never_reaches_back_before_the_plan_was_sold() {
    var activatedBefore = device(S0).activatedAt("2022-12-24T18:00:00Z");

    assertThat(boundAt(bind(activatedBefore).withoutAMoment())).isEqualTo(soldAt());
    assertThat(boundAt(bind(device(S0)).withoutAMoment())).isEqualTo(soldAt());
  }

  @Test
  void whoever_binds_an_aircraft_is_told_to_link_it() {
    given(aPlan()).when(bind(device(S0))).thenAccepted().noticing(Notice.LINKS_INCOMPLETE);
  }

  @Test
  void a_product_from_another_shop_without_proof_is_bound_and_noticed() {
    given(aPlan())
        .when(bind(device(S0).model("RS_3").boughtFrom(SalesChannel.OTHER)))
        .thenAccepted()
        .noticing(Notice.CHANNEL_NOT_AUTHORISED, Notice.PROOF_OF_PURCHASE_MISSING);
  }

  @Test
  void proof_of_purchase_is_missed_only_where_service_abroad_would_need_it() {
    given(aPlan())
        .when(bind(device(S0).model("RS_3").withProofOfPurchase()))
        .thenAccepted()
        .noticing();
    given(aPlan()).when(bind(device(S0).model("PHANTOM_4_PRO"))).thenAccepted().noticing();
  }

  @Test
  @Proves(refusing = WAIVED_BY_TWO)
  void a_waiver_of_what_nobody_can_waive_stands_against_the_binding_itself() {
    given(aPlan()).when(bind(device(S0)).waiving(ALREADY_BOUND_ONCE)).thenRefused(NOT_WAIVABLE);
  }

  @Test
  @Proves(refusing = {SAME_REGION_AS_PRODUCT, WAIVED_BY_TWO})
  void what_one_person_waived_alone_is_still_a_ground() {
    given(aPlan())
        .when(bind(device(S0).boughtIn("DE")).waiving("clerk", REGION_MISMATCH))
        .thenRefused(REGION_MISMATCH, NOT_WAIVABLE);
  }

  private static Instant boundAt(Step binding) {
    return given(aPlan(), binding).plan().head().orElseThrow().at();
  }

  private static Instant soldAt() {
    return given(aPlan()).plan().sold().at();
  }
}
