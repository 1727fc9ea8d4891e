package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Remedy.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.plan.Story.under;
import static org.planledger.core.rule.RefusalCode.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.core.rule.RefusalCode;

/// What is named as a remedy cures: whoever does it gets further.
class CuringARefusalTest {

  @Test
  void an_accepted_command_needs_none() {
    assertThat(given(aOneYearPlan()).when(openRepair(A)).thenAccepted().remedies()).isEmpty();
  }

  @Test
  void whoever_follows_the_remedies_one_by_one_gets_a_replacement() {
    var steps =
        Map.of(
            RECORD_RECEIPT, receive(A),
            RECORD_ASSESSMENT, assess(A),
            CLAIM_REPLACEMENT, claim(A),
            PAY_SERVICE_FEE, pay(A));
    assertThat(followed(given(aOneYearPlan(), openRepair(A)), ship(A, S1), steps))
        .containsExactly(RECORD_RECEIPT, RECORD_ASSESSMENT, CLAIM_REPLACEMENT, PAY_SERVICE_FEE);
  }

  @Test
  void whoever_follows_the_remedies_one_by_one_gets_a_lost_aircraft_replaced() {
    var steps =
        Map.of(
            UPLOAD_FLIGHT_RECORD, uploadFlightRecord(A),
            RECORD_ASSESSMENT, assess(A).as(Cause.FLYAWAY).damaged(),
            CLAIM_REPLACEMENT, claim(A),
            FILE_FLYAWAY_REPORT, fileReport(A),
            PAY_SERVICE_FEE, pay(A));
    var lost = given(aOneYearPlan()).and(bothLinks()).and(openFlyaway(A));
    assertThat(followed(lost, ship(A, S1), steps))
        .containsExactly(
            UPLOAD_FLIGHT_RECORD,
            RECORD_ASSESSMENT,
            CLAIM_REPLACEMENT,
            FILE_FLYAWAY_REPORT,
            PAY_SERVICE_FEE);
  }

  @Test
  void whoever_follows_the_remedies_one_by_one_gets_a_device_maintained() {
    var steps =
        Map.of(
            RECORD_RECEIPT, receiveForMaintenance(A),
            CONFIRM_MAINTENANCE, confirmMaintenance(A));
    assertThat(followed(given(aTwoYearPlan(), openMaintenance(A)), completeRepair(A), steps))
        .containsExactly(RECORD_RECEIPT, CONFIRM_MAINTENANCE);
  }

  /// Does the first thing that is named and can be done here, until the command is accepted.
  private static List<Remedy> followed(Story story, Step step, Map<Remedy, ? extends Step> steps) {
    var followed = new ArrayList<Remedy>();
    for (var next = story.when(step); next.decision().codes().size() > 0; next = story.when(step)) {
      var codes = next.decision().codes();
      var remedy =
          next.remedies().stream()
              .filter(steps::containsKey)
              .findFirst()
              .orElseThrow(() -> new AssertionError("nothing helps against " + codes));
      story.and(steps.get(remedy));
      followed.add(remedy);
    }
    return followed;
  }

  @Test
  void a_ground_that_two_persons_may_overrule_says_so_and_is_gone_when_they_do() {
    var excluded = given(aOneYearPlan(), openRepair(A), receive(A), assess(A).finding("X-G-06"));
    var refused = excluded.when(claim(A)).thenRefused(EXCLUDED);

    assertThat(refused.remedies()).containsExactly(WAIVE_REFUSAL);
    excluded.and(waive(A, EXCLUDED)).when(claim(A)).thenAccepted();
  }

  @Test
  void an_application_and_a_binding_are_waived_in_themselves() {
    var late = given(aOneYearPlan()).when(openRepair(A).on("2025-06-01"));
    var foreign = given(aPlan()).when(bind(device(S0).boughtIn("DE")));

    assertThat(late.thenRefused(OUTSIDE_VALIDITY).remedies()).containsExactly(WAIVE_REFUSAL);
    assertThat(foreign.thenRefused(REGION_MISMATCH).remedies()).containsExactly(WAIVE_REFUSAL);
    late.goingOn().when(openRepair(A).on("2025-06-01").waiving(OUTSIDE_VALIDITY)).thenAccepted();
    foreign.goingOn().when(bind(device(S0).boughtIn("DE")).waiving(REGION_MISMATCH)).thenAccepted();
  }

  @Test
  void a_waiver_that_was_sent_along_already_is_not_named_again() {
    assertThat(
            given(aOneYearPlan())
                .when(openRepair(A).on("2025-06-01").waiving("clerk", OUTSIDE_VALIDITY))
                .remedies())
        .isEmpty();
    assertThat(
            given(aPlan())
                .when(bind(device(S0).boughtIn("DE").model("KITE_9")).waiving(REGION_MISMATCH))
                .remedies())
        .containsExactly(USE_KNOWN_MODEL);
  }

  @Test
  void where_express_has_nothing_left_online_repair_may_have() {
    var story = given(aOneYearPlan()).and(replaced(A, S1)).and(replaced(B, S2));
    var refused = story.when(openExpress(C)).thenRefused(QUOTA_EXHAUSTED);

    assertThat(refused.remedies()).containsExactly(ONLINE_REPAIR);
    story.when(openRepair(D)).thenAccepted();
  }

  @Test
  void a_claim_for_which_nothing_is_left_names_what_serves_instead() {
    var story =
        given(aOneYearPlan())
            .and(replaced(A, S1))
            .and(replaced(B, S2))
            .and(openRepair(C), receive(C), assess(C));
    var refused = story.when(claim(C)).thenRefused(QUOTA_EXHAUSTED);

    assertThat(refused.remedies()).containsExactly(REPAIR_DISCOUNT);
    story.when(claimDiscount(C)).thenAccepted();
  }

  @Test
  void a_discount_for_which_nothing_is_left_names_the_replacement() {
    var story =
        given(aOneYearPlan())
            .and(openRepair(A), receive(A), assess(A), claimDiscount(A), pay(A), completeRepair(A))
            .and(openRepair(B), receive(B), assess(B), claimDiscount(B), pay(B), completeRepair(B))
            .and(openRepair(C), receive(C), assess(C));
    var refused = story.when(claimDiscount(C)).thenRefused(QUOTA_EXHAUSTED);

    assertThat(refused.remedies()).containsExactly(REPLACEMENT);
    story.when(claim(C)).thenAccepted();
  }

  @Test
  void a_fact_that_is_wrong_or_missing_is_named() {
    assertThat(
            Stream.of(
                given(aOneYearPlan()).when(openExpress(A).withoutAgreement()),
                given(aOneYearPlan()).when(openExpress(A).unpaid()),
                given(aOneYearPlan(), openRepair(A)).when(sendIn(A).from("CA")),
                given(aOneYearPlan()).and(paidRepair(A)).when(ship(A, S0)),
                given(aOneYearPlan()).and(paidRepair(A)).when(ship(A, S1).model("MINI_2")),
                given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A))
                    .when(pay(A).of("USD 1.00")),
                given(aPlan()).when(bind(device(S0).model("KITE_9"))),
                given(aOneYearPlan()).and(replaced(A, S1)).when(openRepair(B).forDevice(S0))))
        .map(refused -> refused.remedies())
        .containsExactly(
            List.of(AGREE_TO_NO_ASSESSMENT, ONLINE_REPAIR),
            List.of(FEE_PAYMENT, ONLINE_REPAIR),
            List.of(CROSS_BORDER_CONSENT, WAIVE_REFUSAL),
            List.of(SHIP_ANOTHER_UNIT),
            List.of(EQUIVALENCE_RECORD),
            List.of(PAY_OPEN_AMOUNT),
            List.of(USE_KNOWN_MODEL),
            List.of(USE_HEAD_DEVICE));
  }

  private static void cured(Story story, Step step, Remedy... remedies) {
    var refused = story.when(step);
    assertThat(refused.decision()).isInstanceOf(Decision.Refused.class);
    assertThat(refused.remedies()).as("%s", refused.decision().codes()).containsExactly(remedies);
  }

  @Test
  void a_plan_that_is_not_sold_needs_nothing_but_another_fact() {
    var refused = under(StoryLedger.RELEASED).when(aPlan().accepting("2023-07"));

    assertThat(refused.remedies()).containsExactly(ACCEPT_TERMS_ON_SALE);
  }

  @Test
  void a_plan_is_ended_step_by_step() {
    cured(given(aOneYearPlan()), returnPlan(), RECORD_PRODUCT_RETURN);
    cured(given(aOneYearPlan()), confirmExit(), REQUEST_EXIT);
    cured(given(aOneYearPlan(), openRepair(A), requestExit()), confirmExit(), WITHDRAW_CASE);
  }

  @Test
  void a_step_of_another_case_is_no_remedy() {
    var story = given(aTwoYearPlan(), openRepair(A), receive(A), openMaintenance(B));

    assertThat(story.when(ship(A, S1)).remedies()).containsExactly(RECORD_ASSESSMENT);
  }

  @Test
  void what_has_passed_or_was_never_bought_is_cured_by_nothing() {
    assertThat(given(aOneYearPlan()).when(openMaintenance(A)).remedies()).isEmpty();
    var closed = given(aOneYearPlan(), openRepair(A), withdraw(A));
    assertThat(closed.when(receive(A)).thenRefused(RefusalCode.CASE_CLOSED).remedies()).isEmpty();
  }

  @Test
  void a_device_is_bound_before_it_is_linked_but_too_late_for_an_application_that_was_made() {
    assertThat(given(aPlan()).when(link(LinkKind.ACCOUNT)).remedies()).containsExactly(BIND_DEVICE);
    assertThat(given(aPlan()).when(openRepair(A)).thenRefused(SERIAL_NOT_REGISTERED).remedies())
        .isEmpty();
  }

  @Test
  void a_fact_that_only_a_later_command_needs_is_not_named() {
    var story = given(aOneYearPlan(), openRepair(A));
    var claim = story.when(claimDiscount(A));
    assertThat(claim.remedies()).contains(NAME_A_COVERED_PART);

    assertThat(story.when(completeRepair(A)).remedies()).containsExactly(RECORD_RECEIPT);
  }

  @Test
  void a_fee_that_can_be_paid_is_not_named_for_material_that_cannot() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A).without(AIRCRAFT, BATTERY))
            .and(assess(A), claim(A));
    story.when(payMaterial(A)).thenRefused(COMPONENTS_MISSING, AMOUNT_NOT_AS_QUOTED);

    assertThat(story.when(ship(A, S1)).remedies()).containsExactly(RECORD_RECEIPT, PAY_SERVICE_FEE);
  }

  @Test
  void the_service_that_was_refused_is_not_named_to_serve_instead() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());

    assertThat(story.when(claim(A)).remedies())
        .containsExactly(ACKNOWLEDGE_FREE_ALTERNATIVE, OFFICIAL_WARRANTY, REPAIR_DISCOUNT);
    assertThat(story.when(claimDiscount(A)).remedies())
        .containsExactly(ACKNOWLEDGE_FREE_ALTERNATIVE, OFFICIAL_WARRANTY, REPLACEMENT);
  }
}
