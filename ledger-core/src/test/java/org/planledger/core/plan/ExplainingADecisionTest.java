package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;

class ExplainingADecisionTest {

  @Test
  @Proves(
      holding = {
        SERIAL_NEEDED,
        SERVED_BY_THE_PROVIDER,
        AREA_OF_EVERY_SERVICE,
        PERSONAL_DATA_APART,
        DATA_PREPARED,
        DATA_AT_RISK,
        LOGGED_IN,
        REPAIR_BY_SENDING_IN
      })
  void an_application_says_what_it_means() {
    given(aOneYearPlan())
        .when(openRepair(A))
        .having(SERIAL_NEEDED, Inputs.of("deviceId", S0))
        .having(DATA_PREPARED, Inputs.none());
    var prepared = given(aOneYearPlan()).when(openRepair(A).withDataPrepared());

    prepared.having(DATA_PREPARED, Inputs.of("dataPrepared", true));
    assertThat(prepared.decision().conditions())
        .noneMatch(condition -> condition.rule() == DATA_AT_RISK);
    given(aOneYearPlan())
        .when(openRepair(B))
        .having(DATA_AT_RISK, Inputs.of("type", CaseType.REPAIR));
  }

  @Test
  @Proves(holding = SERIAL_STAYS_PRIVATE)
  void a_binding_knows_no_more_of_the_serial_than_its_digest() {
    given(aPlan()).when(bind(device(S0))).having(SERIAL_STAYS_PRIVATE, Inputs.of("deviceId", S0));
  }

  @Test
  @Proves(holding = {REPLACEMENT_BY_AGREEMENT, WHAT_IS_LEFT, RESERVED_UNTIL_USED})
  void a_claim_says_what_is_left_and_what_it_holds() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .when(claim(A))
        .having(WHAT_IS_LEFT, Inputs.of("availableBefore", 2))
        .having(RESERVED_UNTIL_USED, Inputs.of("ordinal", 1))
        .having(PLAN_OR_FULL_PRICE, Inputs.none());
  }

  @Test
  @Proves(
      holding = {
        SENT_WHAT_IS_COVERED,
        ORIGINAL_IS_KEPT,
        BOUND_AFTER_REPAIR_CASE,
        WARRANTY_OF_THE_ORIGINAL,
        SENT_OUT_WHEN_DONE
      })
  void a_shipment_says_what_becomes_of_both_devices() {
    given(aOneYearPlan()).and(paidRepair(A)).when(ship(A, S1)).thenAccepted();
  }

  @Test
  @Proves(holding = {BOUND_AFTER_EXPRESS, EXPRESS_EQUAL_REPLACEMENT})
  void express_binds_like_every_other_way() {
    given(aOneYearPlan(), openExpress(A), receive(A)).when(ship(A, S1)).thenAccepted();
  }

  @Test
  @Proves(refusing = EXPRESS_EQUAL_REPLACEMENT)
  void an_express_replacement_is_no_other_model() {
    given(aOneYearPlan(), openExpress(A), receive(A))
        .when(ship(A, S1).model("MINI_2"))
        .thenRefused(MODEL_NOT_EQUIVALENT);
  }

  @Test
  @Proves(
      holding = {
        LOSS_APPLIED_FOR,
        LOSS_ASSESSED_FIRST,
        RECORD_AND_REPORT,
        BOUND_AFTER_FLYAWAY,
        FLYAWAY_EQUAL_REPLACEMENT
      })
  void a_loss_is_explained_step_by_step() {
    var story = given(aOneYearPlan()).and(bothLinks());
    story.when(openFlyaway(A)).thenAccepted().goingOn();
    story.and(uploadFlightRecord(A), assess(A).as(Cause.FLYAWAY).damaged());
    story.when(claim(A)).thenAccepted().goingOn();
    story.and(fileReport(A), pay(A));
    story.when(ship(A, S1)).thenAccepted();
  }

  @Test
  @Proves(refusing = {LOSS_ASSESSED_FIRST})
  void a_loss_is_not_claimed_before_it_was_assessed() {
    given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A))
        .when(claim(A))
        .thenRefused(NOT_ASSESSED);
  }

  @Test
  @Proves(refusing = FLYAWAY_EQUAL_REPLACEMENT)
  void a_lost_aircraft_is_replaced_by_its_like() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidFlyaway(A))
        .when(ship(A, S1).model("MINI_2"))
        .thenRefused(MODEL_NOT_EQUIVALENT);
  }

  @Test
  @Proves(holding = LOSS_UNDER_EXTENDED_WARRANTY)
  void a_loss_that_a_fault_caused_is_replaced_under_the_extended_warranty() {
    given(aTwoYearPlan(), openFlyaway(A).on("2024-04-15"), uploadFlightRecord(A))
        .and(assess(A).as(Cause.QUALITY_FAULT).damaged(GIMBAL))
        .when(ship(A, S1))
        .thenAccepted();
  }

  @Test
  @Proves(holding = {SHIPPING_AT_HOME, COSTS_OF_A_BORDER})
  void a_parcel_says_who_pays_its_way() {
    given(aOneYearPlan(), openRepair(A))
        .when(sendIn(A))
        .having(SHIPPING_AT_HOME, Inputs.of("from", "US").and("to", "US"));
    given(aOneYearPlan(), openRepair(A).on("2023-02-01"))
        .when(sendIn(A).from("CA").on("2023-02-02").consentedAt("2023-02-01T10:00:00Z"))
        .having(COSTS_OF_A_BORDER, Inputs.of("from", "CA").and("to", "US"));
  }

  @Test
  @Proves(holding = ANYONE_CAN_USE)
  void without_an_account_anybody_can_use_the_aircraft() {
    given(aOneYearPlan()).and(bothLinks()).when(unlink(LinkKind.ACCOUNT)).thenAccepted();
  }

  @Test
  @Proves(holding = {SERVED_REGION, INTERNATIONAL_LINES, CONFIRMED_ABROAD})
  void service_abroad_names_the_list_and_waits_for_the_centre() {
    var stabiliser = aPlan().with(device(S0).model("RS_3").withProofOfPurchase());
    given(stabiliser).when(openRepair(A).inRegion("JP")).thenAccepted();
    given(stabiliser)
        .and(openRepair(A).inRegion("JP"), receive(A))
        .when(assess(A))
        .having(CONFIRMED_ABROAD, Inputs.of("region", "JP"));
  }

  @Test
  void what_could_be_done_instead_of_a_refused_claim_is_possible_at_its_moment() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A).finding("X-G-06"));
    var refused = story.when(claim(A)).thenRefused(EXCLUDED).command();

    assertThat(Possibility.of(story.situation(), story.theCase(A), refused.at()))
        .filteredOn(Possibility::allowed)
        .extracting(Possibility::name)
        .contains("WithdrawCase", "WaiveRefusal", "RefuseService")
        .doesNotContain("ClaimReplacement", "ClaimRepairDiscount");
  }

  @Test
  void a_rule_that_refuses_nothing_cannot_be_broken() {
    var d = new Deliberation(StoryLedger.RELEASED.latest());

    assertThat(d.require(WINDOW_START, true, Inputs.none())).isTrue();
    assertThatThrownBy(() -> d.require(WINDOW_START, false, Inputs.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_ground_that_was_waived_counts_as_met_except_where_it_is_insisted_on() {
    var terms = TermsReference.to(StoryLedger.RELEASED.latest());
    var d = new Deliberation(terms, Set.of(EXCLUDED));

    assertThat(d.require(DELIBERATE_DAMAGE, false, Inputs.none())).isTrue();
    assertThat(d.granted()).isTrue();
    assertThat(d.insist(DELIBERATE_DAMAGE, false, Inputs.none())).isFalse();
    assertThat(d.granted()).isFalse();
  }
}
