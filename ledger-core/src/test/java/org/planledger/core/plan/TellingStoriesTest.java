package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.LinkKind.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.Service;

/// The life of a plan in stories that are longer than one rule.
class TellingStoriesTest {
  private static final List<CaseId> CASES = List.of(A, B, C, D);
  private static final List<DeviceId> DEVICES = List.of(S1, S2, S3, S4);

  /// `D` is a damaged device that is replaced, `F` a lost one; the code is that of the last claim.
  static Stream<Arguments> mixes() {
    return Stream.of(
        Arguments.of(aOneYearPlan(), "DD", null),
        Arguments.of(aOneYearPlan(), "DF", null),
        Arguments.of(aOneYearPlan(), "FD", null),
        Arguments.of(aOneYearPlan(), "FF", FLYAWAY_LIMIT_REACHED),
        Arguments.of(aOneYearPlan(), "DDD", QUOTA_EXHAUSTED),
        Arguments.of(aOneYearPlan(), "FDD", QUOTA_EXHAUSTED),
        Arguments.of(aTwoYearPlan(), "FFD", null),
        Arguments.of(aTwoYearPlan(), "FDF", null),
        Arguments.of(aTwoYearPlan(), "DFF", null),
        Arguments.of(aTwoYearPlan(), "DDD", null),
        Arguments.of(aTwoYearPlan(), "FFF", FLYAWAY_LIMIT_REACHED),
        Arguments.of(aTwoYearPlan(), "FFDD", QUOTA_EXHAUSTED));
  }

  @ParameterizedTest
  @MethodSource("mixes")
  void a_plan_replaces_in_any_mix_up_to_its_quota_and_its_limit(
      PlanSteps.APlan plan, String mix, RefusalCode code) {
    var story = given(plan);
    int last = mix.length() - 1;
    for (int i = 0; i < last; i++) {
      story.and(bothLinks()).and(paid(mix.charAt(i), CASES.get(i)));
      story.and(ship(CASES.get(i), DEVICES.get(i)));
    }
    story.and(assessed(mix.charAt(last), CASES.get(last)));
    var outcome = story.when(claim(CASES.get(last)));

    if (code == null) {
      outcome.thenAccepted();
    } else {
      outcome.thenRefused(code);
    }
  }

  @Test
  void a_second_loss_is_refused_although_a_replacement_is_left() {
    var story =
        given(aOneYearPlan())
            .and(bothLinks())
            .and(paidFlyaway(A))
            .and(ship(A, S1))
            .and(bothLinks())
            .and(assessed('F', B))
            .when(claim(B))
            .thenRefused(FLYAWAY_LIMIT_REACHED)
            .goingOn();

    assertThat(story.left().replacement().available()).contains(1);
    assertThat(story.left().flyaway().available()).contains(0);
  }

  @Test
  void what_is_reserved_is_not_left_and_comes_back_when_its_case_lapses() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(openExpress(B).on("2023-06-01").dueOn("2023-06-06"))
        .and(openRepair(C), receive(C), assess(C))
        .when(claim(C))
        .thenRefused(QUOTA_EXHAUSTED)
        .goingOn()
        .and(lapse(B).on("2023-06-07"))
        .when(claim(C))
        .thenAccepted();
  }

  @Test
  void a_chain_of_devices_is_one_plan_with_one_head_and_the_windows_of_the_first() {
    var story = given(aOneYearPlan());
    var first = story.plan().head().orElseThrow();
    story.and(replaced(A, S1)).and(replaced(B, S2));

    assertThat(story.plan().chain()).extracting(DeviceBound::deviceId).containsExactly(S0, S1, S2);
    assertThat(story.plan().chain()).extracting(DeviceBound::cover).containsOnly(first.cover());
    assertThat(story.plan().binding(S0)).contains(first);
    story.when(openRepair(C).forDevice(S1)).thenRefused(SERIAL_SUPERSEDED);
    story.and(aPlan().called(P2));
    story.when(bind(device(S0)).to(P2)).thenRefused(ALREADY_BOUND_ONCE);
    story.when(bind(device(S1)).to(P2)).thenRefused(ALREADY_BOUND_ONCE);
    story.when(bind(device(S2)).to(P2)).thenRefused(ALREADY_BOUND_ONCE, SERIAL_ALREADY_COVERED);
  }

  @Test
  void an_aircraft_found_before_the_payment_costs_nothing_and_one_found_after_it_everything() {
    var found = given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A)).and(cancelReport(A));

    assertThat(found.left().replacement().available()).contains(2);
    assertThat(Reward.on(found.plan(), LocalDate.parse("2024-01-15"))).isEqualTo(Reward.EARNED);

    var paid =
        given(aOneYearPlan())
            .and(bothLinks())
            .and(paidFlyaway(A))
            .when(cancelReport(A))
            .thenRefused(CANCEL_AFTER_PAYMENT)
            .goingOn()
            .and(recover(A));

    assertThat(paid.left().replacement().reserved()).isEqualTo(1);
    assertThat(paid.left().flyaway().available()).contains(0);
    assertThat(paid.device(S0).ownedByProvider()).isTrue();
    assertThat(paid.device(S0).restricted()).isTrue();
  }

  @Test
  void a_controller_unlinked_a_minute_too_early_costs_the_flyaway() {
    var linked =
        new Step[] {
          link(ACCOUNT).at("2023-02-01T10:00:00Z"), link(CONTROLLER).at("2023-02-01T10:00:00Z")
        };
    var lost =
        new Step[] {
          openFlyaway(A).at("2023-03-02T10:00:00Z"),
          uploadFlightRecord(A).lastContactAt("2023-03-01T10:00:00Z"),
          assess(A).as(Cause.FLYAWAY).damaged(),
          claim(A)
        };

    given(aOneYearPlan())
        .and(linked)
        .and(unlink(CONTROLLER).at("2023-03-01T09:59:00Z"))
        .and(lost)
        .when(fileReport(A))
        .thenRefused(LINK_REMOVED_BEFORE_FLYAWAY);
    given(aOneYearPlan())
        .and(linked)
        .and(unlink(CONTROLLER).at("2023-03-01T10:01:00Z"))
        .and(lost)
        .when(fileReport(A))
        .thenAccepted();
  }

  @Test
  void an_express_case_that_nobody_sent_lapses_with_its_fee() {
    var story =
        given(aOneYearPlan(), openExpress(A).on("2023-03-03").dueOn("2023-03-08"))
            .when(lapse(A).on("2023-03-08"))
            .thenRefused(SERVICE_NOT_APPLICABLE)
            .goingOn()
            .and(lapse(A).on("2023-03-09"));

    assertThat(story.left().replacement().available()).contains(2);
    assertThat(Reward.on(story.plan(), LocalDate.parse("2024-01-15"))).isEqualTo(Reward.EARNED);
    assertThat(story.theCase(A).paid(FeePurpose.SERVICE_FEE))
        .as("the ledger does not forget that it was paid")
        .contains(money("USD 159.00"));
  }

  @Test
  void a_missing_battery_is_paid_for_a_replacement_and_gets_no_discount_in_a_repair() {
    var story =
        given(aPlan().with(device(S0).model("MINI_2")))
            .and(openRepair(A), receive(A).without(BATTERY), assess(A));

    var lines =
        story
            .when(
                claimDiscount(A)
                    .line("GIMBAL", "USD 100.00", "USD 0.00")
                    .line("BATTERY", "USD 100.00", "USD 0.00"))
            .thenAccepted()
            .goingOn()
            .theCase(A)
            .discount()
            .orElseThrow()
            .lines();
    assertThat(lines)
        .extracting(DiscountedLine::payable)
        .containsExactly(money("USD 70.00"), money("USD 100.00"));
  }

  @Test
  void maintenance_and_extended_warranty_keep_the_reward_but_not_the_right_to_return() {
    var story =
        given(aTwoYearPlan(), openMaintenance(A), receiveForMaintenance(A), confirmMaintenance(A))
            .and(completeRepair(A), openRepair(B).on("2024-04-15"), receive(B))
            .and(assess(B).as(Cause.QUALITY_FAULT), completeRepair(B))
            .and(returnProduct("2024-05-01"));

    story.when(returnPlan()).thenRefused(SERVICE_ALREADY_USED);
    story.and(grantReward("2025-01-15"));
    assertThat(story.plan().has(PlanEvent.RewardGranted.class)).isTrue();
  }

  @Test
  void one_discounted_repair_costs_the_reward() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claimDiscount(A), pay(A))
            .and(completeRepair(A), grantReward("2024-01-15"));

    assertThat(story.plan().last(PlanEvent.RewardForfeited.class).orElseThrow().reason())
        .isEqualTo(SERVICE_ALREADY_USED);
  }

  @Test
  void an_exit_that_nobody_confirmed_changes_nothing() {
    given(aOneYearPlan(), requestExit()).and(replaced(A, S1)).when(openRepair(B)).thenAccepted();
  }

  @Test
  void a_dispatch_on_the_last_day_that_is_told_after_the_lapse_saves_the_case() {
    var story =
        given(aOneYearPlan(), openRepair(A).on("2023-03-03"))
            .and(lapse(A).on("2023-03-11"))
            .when(sendIn(A).on("2023-03-10"))
            .thenAccepted()
            .goingOn();

    assertThat(story.theCase(A).stage()).isEqualTo(Stage.DISPATCHED);
    story.and(receive(A), assess(A)).when(claim(A)).thenAccepted();
  }

  @Test
  void a_phantom_is_complete_without_its_battery_and_a_mini_is_not() {
    given(aPlan().with(device(S0).model("PHANTOM_4_PRO")))
        .and(openRepair(A), receive(A).without(BATTERY), assess(A), claim(A), pay(A))
        .when(ship(A, S1))
        .thenAccepted();
    given(aPlan().with(device(S0).model("MINI_2")))
        .and(openRepair(A), receive(A).without(BATTERY), assess(A), claim(A), pay(A))
        .when(ship(A, S1))
        .thenRefused(COMPONENTS_MISSING);
  }

  @Test
  void a_battery_that_fails_is_repaired_free_where_the_extended_warranty_lists_batteries() {
    var aircraft =
        given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).damaged(BATTERY));
    var camera =
        given(aPlan().ofTwoYears().with(device(S0).model("OSMO_ACTION_3")))
            .and(openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).damaged(BATTERY));

    assertThat(aircraft.offers(A))
        .extracting(Offer::service)
        .containsExactly(Service.REPLACEMENT, Service.REPAIR_DISCOUNT);
    assertThat(aircraft.denied(A, Service.EXTENDED_WARRANTY).codes())
        .containsExactly(PART_NOT_COVERED);
    assertThat(camera.offers(A)).extracting(Offer::service).startsWith(Service.EXTENDED_WARRANTY);
  }

  @Test
  void an_express_application_is_in_time_to_the_last_day_where_the_plan_lives() {
    var plan = aPlan().in("JP").with(device(S0));

    given(plan).when(openExpress(A).at("2024-01-14T14:59:59Z")).thenAccepted();
    given(plan)
        .when(openExpress(A).at("2024-01-14T15:00:00Z"))
        .as("the fifteenth in Tokyo, still the fourteenth elsewhere")
        .thenRefused(OUTSIDE_VALIDITY);
    given(plan)
        .when(openRepair(A).at("2024-01-14T15:00:00Z"))
        .as("the reward has begun")
        .thenAccepted()
        .goingOn()
        .and(receive(A), assess(A))
        .when(claim(A))
        .thenRefused(OUTSIDE_VALIDITY);
  }

  @Test
  void an_aircraft_is_served_at_home_and_a_stabiliser_abroad_with_its_proof() {
    given(aOneYearPlan()).when(openRepair(A).inRegion("JP")).thenRefused(OUTSIDE_COVERAGE_AREA);

    var stabiliser = aPlan().with(device(S0).model("RS_3"));
    given(stabiliser).when(openRepair(A).inRegion("JP")).thenRefused(PROOF_OF_PURCHASE_MISSING);

    var served =
        given(stabiliser)
            .and(openRepair(A).inRegion("JP").withProofOfPurchase(), receive(A), assess(A))
            .and(claim(A));
    assertThat(served.theCase(A).claimed().orElseThrow().fee().amount().currency())
        .isEqualTo(money("JPY 1").currency());
  }

  @Test
  void an_unauthorised_shop_and_a_wrong_region_are_two_grounds_in_the_order_of_the_catalogue() {
    given(aPlan().with(device(S0).boughtFrom(SalesChannel.OTHER)))
        .when(openRepair(A).inRegion("JP"))
        .thenRefused(OUTSIDE_COVERAGE_AREA, CHANNEL_NOT_AUTHORISED);
  }

  @Test
  void an_ordinal_that_a_lapse_gave_back_is_given_out_again() {
    var story =
        given(aTwoYearPlan(), openExpress(A).on("2023-03-03").dueOn("2023-03-08"))
            .and(openExpress(B).on("2023-03-03").dueOn("2023-03-08"))
            .and(lapse(A).on("2023-03-09"))
            .and(openExpress(C).on("2023-03-09").dueOn("2023-03-14"));

    assertThat(ordinal(story, B)).isEqualTo(2);
    assertThat(ordinal(story, C)).isEqualTo(1);
    assertThat(fee(story, C)).isEqualTo(fee(story, A));
    assertThat(fee(story, B)).isNotEqualTo(fee(story, A));
  }

  @Test
  void a_crash_bars_the_extended_warranty_and_nothing_else() {
    var story =
        given(aTwoYearPlan(), openRepair(A).on("2024-04-15"), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).finding("X-W-03"));

    assertThat(story.offers(A))
        .extracting(Offer::service)
        .containsExactly(Service.REPLACEMENT, Service.REPAIR_DISCOUNT);
    assertThat(story.offers(A)).extracting(Offer::open).containsExactly(true, true);
    assertThat(story.denied(A, Service.EXTENDED_WARRANTY).codes()).containsExactly(EXCLUDED);
    story.when(claim(A)).thenAccepted();
  }

  @Test
  void the_reward_of_a_european_plan_waits_for_the_later_of_two_ends() {
    var cover =
        given(
                aPlan()
                    .in("DE")
                    .effectiveOn("2023-06-15")
                    .with(device(S0).underWarrantyFrom("2022-01-15").warranty(GIMBAL, 24)))
            .plan()
            .head()
            .orElseThrow()
            .cover();

    assertThat(cover.reward().get(GIMBAL).from()).isEqualTo("2024-06-15");
    assertThat(cover.reward().get(GIMBAL).until()).isEqualTo("2025-06-15");
  }

  @Test
  void of_two_cases_of_one_device_the_first_shipment_ends_the_other() {
    var story =
        given(aOneYearPlan())
            .and(openExpress(B).on("2023-03-01"))
            .and(paidRepair(A))
            .and(ship(A, S1));

    assertThat(story.theCase(B).stage()).isEqualTo(Stage.LAPSED);
    assertThat(story.theCase(B).last(PlanEvent.CaseLapsed.class).orElseThrow().cause())
        .isEqualTo(LapseCause.SERIAL_SUPERSEDED);
    assertThat(story.left().replacement().reserved()).isZero();
    assertThat(story.left().replacement().used()).isEqualTo(1);
  }

  @Test
  void a_loss_withdrawn_before_the_payment_leaves_nothing_behind() {
    var story = given(aOneYearPlan()).and(bothLinks()).and(reportedFlyaway(A)).and(withdraw(A));

    assertThat(story.theCase(A).reported()).isFalse();
    assertThat(story.device(S0).status()).isEqualTo(DeviceStatus.ACTIVE);
    assertThat(story.left().replacement().available()).contains(2);
    assertThat(story.left().flyaway().available()).contains(1);
    story.when(openRepair(B)).thenAccepted();
  }

  @Test
  void a_device_bound_elsewhere_is_refused_twice_and_one_replaced_long_ago_once() {
    var story =
        given(aOneYearPlan()).and(replaced(A, S1)).and(replaced(B, S2)).and(aPlan().called(P2));

    story.when(bind(device(S2)).to(P2)).thenRefused(ALREADY_BOUND_ONCE, SERIAL_ALREADY_COVERED);
    story.when(bind(device(S0)).to(P2)).thenRefused(ALREADY_BOUND_ONCE);
  }

  @Test
  void the_fees_of_used_replacements_are_the_ladder_whatever_lapsed_between_them() {
    var story =
        given(aTwoYearPlan(), openExpress(A).on("2023-03-03").dueOn("2023-03-08"))
            .and(openExpress(B).on("2023-03-03").dueOn("2023-03-08"))
            .and(lapse(A).on("2023-03-09"))
            .and(openExpress(C).on("2023-03-09").dueOn("2023-03-14"), receive(C), ship(C, S1));

    assertThat(story.theCase(B).stage()).isEqualTo(Stage.LAPSED);
    story.and(replaced(D, S2));
    assertThat(ordinal(story, C)).isEqualTo(1);
    assertThat(ordinal(story, D)).isEqualTo(2);
  }

  private static Step[] paid(char kind, CaseId id) {
    return kind == 'F' ? paidFlyaway(id) : paidRepair(id);
  }

  private static Step[] assessed(char kind, CaseId id) {
    return kind == 'F'
        ? new Step[] {
          openFlyaway(id), uploadFlightRecord(id), assess(id).as(Cause.FLYAWAY).damaged()
        }
        : new Step[] {openRepair(id), receive(id), assess(id)};
  }

  private static int ordinal(Story story, CaseId id) {
    return story.theCase(id).claimed().orElseThrow().ordinal();
  }

  private static Money fee(Story story, CaseId id) {
    return story.theCase(id).claimed().orElseThrow().fee().amount();
  }
}
