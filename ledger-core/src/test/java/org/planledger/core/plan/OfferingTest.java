package org.planledger.core.plan;

import static java.util.stream.Collectors.joining;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.reference.CaseId;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

class OfferingTest {
  /// Within the second year of a plan whose device had a warranty of twelve months.
  private static final String AFTER_THE_WARRANTY = "2024-04-15";

  /// Official warranty (scope and period), extended warranty, replacements left: what is offered.
  @ParameterizedTest
  @CsvSource({
    "true,  true,  true,  OFFICIAL_WARRANTY | REPLACEMENT | REPAIR_DISCOUNT",
    "true,  false, false, OFFICIAL_WARRANTY | REPLACEMENT QUOTA_EXHAUSTED | REPAIR_DISCOUNT",
    "false, true,  true,  EXTENDED_WARRANTY | REPLACEMENT | REPAIR_DISCOUNT",
    "false, true,  false, EXTENDED_WARRANTY | REPLACEMENT QUOTA_EXHAUSTED | REPAIR_DISCOUNT",
    "false, false, true,  REPLACEMENT | REPAIR_DISCOUNT",
    "false, false, false, REPLACEMENT QUOTA_EXHAUSTED | REPAIR_DISCOUNT"
  })
  void a_damaged_device_is_offered_what_the_table_of_clause_3_2_1_says(
      boolean official, boolean extended, boolean left, String offered) {
    var story = given(aTwoYearPlan().with(device(S0).warranty(GIMBAL, official ? 24 : 12)));
    if (!left) {
      story.and(replaced(A, S1)).and(replaced(B, S2)).and(replaced(C, S3));
    }
    var assessment = assess(D).as(extended ? Cause.QUALITY_FAULT : Cause.ACCIDENT);
    story.and(openRepair(D).on(AFTER_THE_WARRANTY), receive(D));
    story.and(official ? assessment.inWarrantyScope() : assessment);

    assertThat(shown(story.offers(D))).isEqualTo(offered);
  }

  /// The same for a lost aircraft: replacements left, flyaways left.
  @ParameterizedTest
  @CsvSource({
    "true,  true,  true,  true,  OFFICIAL_WARRANTY | REPLACEMENT",
    "false, true,  true,  true,  EXTENDED_WARRANTY | REPLACEMENT",
    "false, false, true,  true,  REPLACEMENT",
    "false, false, true,  false, REPLACEMENT FLYAWAY_LIMIT_REACHED",
    "false, false, false, false, REPLACEMENT QUOTA_EXHAUSTED FLYAWAY_LIMIT_REACHED",
    "true,  false, false, false,"
        + " OFFICIAL_WARRANTY | REPLACEMENT QUOTA_EXHAUSTED FLYAWAY_LIMIT_REACHED"
  })
  void a_lost_aircraft_is_offered_what_the_table_of_clause_3_3_says(
      boolean official, boolean extended, boolean left, boolean flyawayLeft, String offered) {
    var story = given(aTwoYearPlan().with(device(S0).warranty(MAIN_CONTROLLER, 24)));
    if (!flyawayLeft) {
      story.and(claimedFlyaway(A)).and(claimedFlyaway(B));
    }
    if (!left) {
      story.and(openExpress(C));
    }
    var failed = extended ? GIMBAL : MAIN_CONTROLLER;
    var assessment = assess(D).as(extended ? Cause.QUALITY_FAULT : Cause.FLYAWAY).damaged(failed);
    story.and(bothLinks()).and(openFlyaway(D).on(AFTER_THE_WARRANTY), uploadFlightRecord(D));
    story.and(official ? assessment.damaged().inWarrantyScope() : assessment);

    assertThat(shown(story.offers(D))).isEqualTo(offered);
  }

  @Test
  void the_offer_names_the_fee_of_the_next_replacement() {
    var story = given(aOneYearPlan()).and(replaced(A, S1)).and(openRepair(B), receive(B));

    assertThat(offer(story, B).fee().orElseThrow().amount()).isEqualTo(money("USD 199.00"));
    assertThat(offer(story, B).mode()).contains(ReplacementMode.DAMAGE);
  }

  @Test
  void an_offer_that_was_taken_keeps_the_fee_it_was_taken_at() {
    var story = given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A));

    assertThat(offer(story, A).fee().orElseThrow().amount()).isEqualTo(money("USD 159.00"));
    assertThat(offer(story, A).codes()).containsExactly(SERVICE_NOT_APPLICABLE);
  }

  @Test
  void what_was_offered_free_is_gone_once_the_customer_paid_for_a_replacement() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope())
            .and(claim(A).knowingOfTheFreeService());

    assertThat(story.offers(A)).extracting(Offer::open).containsExactly(false, false, false);
  }

  @Test
  @Proves(holding = LOSS_UNDER_WARRANTY)
  void an_aircraft_lost_under_the_official_warranty_is_replaced_for_nothing() {
    var story =
        given(aOneYearPlan())
            .and(openFlyaway(A).on("2023-06-01"), uploadFlightRecord(A))
            .and(assess(A).as(Cause.FLYAWAY).damaged().inWarrantyScope());

    assertThat(services(story)).containsExactly(Service.OFFICIAL_WARRANTY, Service.REPLACEMENT);
  }

  @Test
  void a_part_that_a_finding_takes_away_is_no_reason_for_a_free_repair() {
    var scratched =
        given(aTwoYearPlan())
            .and(openRepair(A).on(AFTER_THE_WARRANTY), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).damaged(GIMBAL).finding("X-W-08", GIMBAL));

    assertThat(services(scratched)).containsExactly(Service.REPLACEMENT, Service.REPAIR_DISCOUNT);
  }

  @Test
  @Proves(holding = EXTENDED_WARRANTY_IS_FREE)
  void another_failed_part_is_still_repaired_for_nothing() {
    var alsoFailed =
        given(aTwoYearPlan())
            .and(openRepair(A).on(AFTER_THE_WARRANTY), receive(A))
            .and(
                assess(A)
                    .as(Cause.QUALITY_FAULT)
                    .damaged(GIMBAL, MAIN_CONTROLLER)
                    .finding("X-W-08", GIMBAL));

    assertThat(services(alsoFailed))
        .containsExactly(Service.EXTENDED_WARRANTY, Service.REPLACEMENT, Service.REPAIR_DISCOUNT);
  }

  @Test
  void a_finding_that_names_no_part_concerns_every_damaged_part() {
    var cosmetic =
        given(aTwoYearPlan())
            .and(openRepair(A).on(AFTER_THE_WARRANTY), receive(A))
            .and(
                assess(A)
                    .as(Cause.QUALITY_FAULT)
                    .damaged(GIMBAL, MAIN_CONTROLLER)
                    .finding("X-W-08"));

    assertThat(services(cosmetic)).containsExactly(Service.REPLACEMENT, Service.REPAIR_DISCOUNT);
  }

  @Test
  @Proves(refusing = LINKED_BEFORE_FLYAWAY)
  void a_flyaway_without_links_is_offered_as_blocked_before_anybody_reports_it() {
    var story =
        given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A))
            .and(assess(A).as(Cause.FLYAWAY).damaged());

    assertThat(replacementOffer(story).open()).isFalse();
    assertThat(replacementOffer(story).codes()).containsExactly(LINK_MISSING);
  }

  @Test
  @Proves(refusing = CASE_STILL_OPEN)
  void nothing_but_its_end_is_wrong_with_the_offer_of_a_closed_case() {
    var story = given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A), withdraw(A));

    assertThat(replacementOffer(story).codes()).containsExactly(CASE_CLOSED);
  }

  @Test
  @Proves(refusing = NOT_RESTRICTED)
  void what_is_free_is_blocked_while_a_report_restricts_the_device() {
    var story =
        given(aOneYearPlan(), openRepair(A))
            .and(bothLinks())
            .and(reportedFlyaway(B))
            .and(receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());

    assertThat(story.offers(A).getFirst().service()).isEqualTo(Service.OFFICIAL_WARRANTY);
    assertThat(story.offers(A).getFirst().codes()).containsExactly(DEVICE_RESTRICTED);
    story.when(completeRepair(A)).thenRefused(DEVICE_RESTRICTED);
  }

  @Test
  void what_was_free_in_a_closed_case_says_that_it_is_closed() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope())
            .and(withdraw(A));

    assertThat(story.offers(A).getFirst().codes()).containsExactly(CASE_CLOSED);
  }

  @Test
  @Proves(refusing = NOT_IN_SERVICE)
  void a_flyaway_of_a_device_at_the_centre_is_blocked_before_anybody_reports_it() {
    var story =
        given(aOneYearPlan(), openRepair(B), receive(B))
            .and(bothLinks())
            .and(openFlyaway(A), uploadFlightRecord(A), assess(A).as(Cause.FLYAWAY).damaged());

    assertThat(replacementOffer(story).codes()).containsExactly(DEVICE_IN_SERVICE);
    story.and(claim(A)).when(fileReport(A)).thenRefused(DEVICE_IN_SERVICE);
  }

  @Test
  void what_is_free_is_open_until_the_case_is_closed() {
    var story =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());
    assertThat(story.offers(A)).extracting(Offer::open).containsExactly(true, true, true);

    story.and(withdraw(A));
    assertThat(story.offers(A)).extracting(Offer::open).containsExactly(false, false, false);
  }

  @Test
  @Proves(refusing = PLAN_STILL_RUNS)
  void nothing_but_its_end_is_wrong_with_the_offers_of_a_plan_that_was_left() {
    var story = given(aOneYearPlan(), openRepair(A), withdraw(A), requestExit(), confirmExit());

    assertThat(shown(story.offers(A)))
        .isEqualTo("REPLACEMENT PLAN_ENDED | REPAIR_DISCOUNT PLAN_ENDED");
  }

  private static String shown(List<Offer> offers) {
    return offers.stream()
        .map(
            offer ->
                Stream.concat(Stream.of(offer.service()), offer.codes().stream())
                    .map(Enum::name)
                    .collect(joining(" ")))
        .collect(joining(" | "));
  }

  private static Offer replacementOffer(Story story) {
    return offer(story, A);
  }

  /// The offer of a replacement.
  private static Offer offer(Story story, CaseId id) {
    return story.offers(id).stream()
        .filter(offer -> offer.service() == Service.REPLACEMENT)
        .findFirst()
        .orElseThrow();
  }

  private static List<Service> services(Story story) {
    return story.offers(A).stream().map(Offer::service).toList();
  }
}
