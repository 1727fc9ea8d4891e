package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceEvent.BoundToPlan;
import org.planledger.core.device.DeviceEvent.OwnershipTransferred;
import org.planledger.core.device.DeviceEvent.Superseded;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.PlanEvent.ReplacementShipped;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

class ShippingAReplacementTest {

  private static final Instant SHIPMENT = Instant.parse("2023-03-10T22:00:00Z");

  @Test
  @Proves(
      holding = {
        BINDING_FOLLOWS_REPLACEMENT,
        WINDOWS_RUN_ON,
        ONLY_THE_HEAD_IS_SERVED,
        ONE_USE_DEDUCTS_ONE,
        COVERED_PARTS_SENT_IN,
        RECEIVED_FOR_ASSESSMENT,
        PAID_BEFORE_SERVICE,
        EQUAL_REPLACEMENT,
        KNOWN_PRODUCT,
        NOT_RESTRICTED,
        BODY_SENT_IN,
        CLAIMED_OR_FREE,
        REPLACEMENT_SERIAL_FREE
      })
  void a_replacement_takes_the_place_of_the_original_and_inherits_all_of_its_cover() {
    var story = given(aOneYearPlan(), openRepair(A).on("2023-03-01"), sendIn(A), receive(A));
    story.and(assess(A), claim(A), pay(A));
    var original = story.plan().head().orElseThrow();

    story
        .when(ship(A, S1).on("2023-03-10"))
        .then(
            new ReplacementShipped(
                P1,
                SHIPMENT,
                A,
                Service.REPLACEMENT,
                Optional.of(ReplacementMode.DAMAGE),
                S0,
                S1,
                model("MAVIC_3"),
                Optional.empty()),
            new DeviceBound(
                P1,
                SHIPMENT,
                S1,
                model("MAVIC_3"),
                BindingCause.REPLACEMENT,
                original.purchase(),
                original.cover(),
                Optional.of(S0)))
        .onDevices(
            new BoundToPlan(S1, P1, SHIPMENT, model("MAVIC_3"), BindingCause.REPLACEMENT),
            new OwnershipTransferred(S0, P1, SHIPMENT, A),
            new Superseded(S0, P1, SHIPMENT, A, S1))
        .having(ONE_USE_DEDUCTS_ONE, Inputs.of("mode", "DAMAGE").and("ordinal", 1))
        .having(BINDING_FOLLOWS_REPLACEMENT, Inputs.of("deviceId", S1).and("inheritedFrom", S0));
  }

  @Test
  void a_shipped_replacement_is_used_and_no_longer_reserved() {
    var left = given(aOneYearPlan()).and(replaced(A, S1)).left().replacement();

    assertThat(left.used()).isEqualTo(1);
    assertThat(left.reserved()).isZero();
    assertThat(left.available()).contains(1);
  }

  @Test
  void the_original_stays_with_the_provider() {
    var story = given(aOneYearPlan()).and(replaced(A, S1));

    assertThat(story.device(S0).status()).isEqualTo(DeviceStatus.SUPERSEDED);
    assertThat(story.device(S0).ownedByProvider()).isTrue();
    assertThat(story.device(S0).plan()).isEmpty();
    assertThat(story.device(S0).successor()).contains(S1);
    assertThat(story.device(S1).status()).isEqualTo(DeviceStatus.ACTIVE);
    assertThat(story.device(S1).ownedByProvider()).isFalse();
  }

  @Test
  @Proves(refusing = PAID_BEFORE_SERVICE)
  void nothing_is_shipped_before_the_fee_is_paid() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
        .when(ship(A, S1))
        .thenRefused(FEE_NOT_PAID);
  }

  @Test
  @Proves(refusing = CLAIMED_OR_FREE)
  void an_assessed_case_that_is_not_free_is_shipped_only_after_a_claim() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .when(ship(A, S1))
        .thenRefused(NOT_CONFIRMED);
  }

  @Test
  @Proves(refusing = {CLAIMED_OR_FREE, RECEIVED_FOR_ASSESSMENT})
  void a_case_that_has_only_been_opened_is_far_from_a_shipment() {
    given(aOneYearPlan(), openRepair(A))
        .when(ship(A, S1))
        .thenRefused(NOT_CONFIRMED, ORIGINAL_NOT_RECEIVED);
  }

  @Test
  @Proves(holding = {SHIPPED_ON_RECEIPT, EXPRESS_PARTS_SENT_IN})
  void an_express_replacement_leaves_when_the_original_has_come_in() {
    given(aOneYearPlan(), openExpress(A), receive(A)).when(ship(A, S1)).thenAccepted();
  }

  @Test
  @Proves(refusing = SHIPPED_ON_RECEIPT)
  void and_not_before() {
    given(aOneYearPlan(), openExpress(A), sendIn(A))
        .when(ship(A, S1))
        .thenRefused(ORIGINAL_NOT_RECEIVED);
  }

  @Test
  @Proves(
      holding = {
        FLYAWAY_PAID_BEFORE_SHIPMENT,
        FLIGHT_RECORD_GIVEN,
        REPORT_FILED,
        ONE_USE_DEDUCTS_ONE
      })
  void a_lost_aircraft_is_replaced_after_the_payment_with_nothing_sent_in() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .when(ship(A, S1).on("2023-03-10"))
        .thenAccepted()
        .onDevices(
            new BoundToPlan(S1, P1, SHIPMENT, model("MAVIC_3"), BindingCause.REPLACEMENT),
            new Superseded(S0, P1, SHIPMENT, A, S1));
  }

  @Test
  @Proves(refusing = FLYAWAY_PAID_BEFORE_SHIPMENT)
  void a_lost_aircraft_is_not_replaced_before_the_payment() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .when(ship(A, S1))
        .thenRefused(FEE_NOT_PAID);
  }

  @Test
  @Proves(refusing = {CLAIMED_OR_FREE, FLIGHT_RECORD_GIVEN, REPORT_FILED})
  void a_loss_that_has_only_been_opened_is_far_from_a_shipment() {
    given(aOneYearPlan(), openFlyaway(A))
        .when(ship(A, S1))
        .thenRefused(NOT_CONFIRMED, FLIGHT_RECORD_MISSING, FLYAWAY_REPORT_MISSING);
  }

  @Test
  @Proves(holding = WARRANTY_IS_FREE)
  void what_the_official_warranty_covers_is_shipped_without_claim_fee_or_use() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());
    var shipped = story.when(ship(A, S1)).thenAccepted().goingOn();

    assertThat(shipped.theCase(A).last(ReplacementShipped.class).orElseThrow().service())
        .isEqualTo(Service.OFFICIAL_WARRANTY);
    assertThat(shipped.left().replacement().used()).isZero();
    assertThat(shipped.plan().head().orElseThrow().deviceId()).isEqualTo(S1);
  }

  @Test
  @Proves(holding = EXTENDED_WARRANTY_IS_FREE)
  void so_is_what_the_extended_warranty_covers() {
    var shipped =
        given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT))
            .when(ship(A, S1))
            .thenAccepted()
            .goingOn();

    assertThat(shipped.theCase(A).last(ReplacementShipped.class).orElseThrow().service())
        .isEqualTo(Service.EXTENDED_WARRANTY);
  }

  @Test
  @Proves(holding = EXTENDED_WARRANTY_IS_FREE)
  void so_is_what_the_reward_covers() {
    var shipped =
        given(aOneYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT))
            .when(ship(A, S1))
            .thenAccepted()
            .goingOn();

    assertThat(shipped.theCase(A).last(ReplacementShipped.class).orElseThrow().service())
        .isEqualTo(Service.SAFE_FLIGHT_REWARD);
  }

  @Test
  void an_aircraft_lost_under_the_official_warranty_needs_no_report() {
    given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A))
        .and(assess(A).as(Cause.FLYAWAY).damaged().inWarrantyScope())
        .when(ship(A, S1))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void a_device_that_was_reported_lost_in_another_case_is_not_replaced() {
    given(aOneYearPlan(), openExpress(B))
        .and(bothLinks())
        .and(reportedFlyaway(A))
        .and(receive(B))
        .when(ship(B, S1))
        .thenRefused(DEVICE_RESTRICTED);
  }

  @Test
  void the_other_cases_of_the_device_come_to_nothing() {
    var story = given(aOneYearPlan(), openExpress(B), openRepair(C)).and(paidRepair(A));
    var outcome = story.when(ship(A, S1).on("2023-03-10")).thenAccepted();
    var bound = outcome.goingOn().plan().head().orElseThrow();

    outcome.then(
        story.theCase(A).last(ReplacementShipped.class).orElseThrow(),
        bound,
        new CaseLapsed(P1, SHIPMENT, B, LapseCause.SERIAL_SUPERSEDED),
        new CaseLapsed(P1, SHIPMENT, C, LapseCause.SERIAL_SUPERSEDED));
    assertThat(story.left().replacement().reserved()).isZero();
    assertThat(story.left().replacement().used()).isEqualTo(1);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void a_case_ships_once() {
    given(aOneYearPlan()).and(replaced(A, S1)).when(ship(A, S2)).thenRefused(CASE_CLOSED);
  }

  @Test
  void whoever_receives_a_replacement_is_told_to_link_it() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidRepair(A))
        .when(ship(A, S1))
        .thenAccepted()
        .noticing(Notice.LINKS_INCOMPLETE);
  }

  @Test
  void a_replacement_that_has_nothing_to_link_needs_no_such_reminder() {
    given(aPlan().with(device(S0).model("RS_3")))
        .and(paidRepair(A))
        .when(ship(A, S1))
        .thenAccepted()
        .noticing();
  }

  @Test
  @Proves(refusing = COVERED_PARTS_SENT_IN)
  void what_did_not_come_in_is_named_with_what_it_costs() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A).without(BATTERY), assess(A), claim(A))
            .and(pay(A));
    var due = Parts.openMaterial(story.plan(), story.theCase(A), story.terms()).orElseThrow();

    story
        .when(ship(A, S1))
        .thenRefused(COMPONENTS_MISSING)
        .having(
            COVERED_PARTS_SENT_IN,
            Inputs.of("missing", Map.of("BATTERY", 1)).and("due", Fees.shown(due)));
  }
}
