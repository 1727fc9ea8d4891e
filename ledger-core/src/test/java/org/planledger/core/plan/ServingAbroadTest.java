package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.simulation.Candidate;
import org.planledger.core.terms.TermsBook;

class ServingAbroadTest {

  @Test
  void the_days_to_send_a_device_in_are_those_of_the_region_of_the_request() {
    var inJapan =
        given(aPlan().in("DE").with(device(S0).model("RS_3").withProofOfPurchase()))
            .and(openRepair(A).inRegion("JP").at("2023-03-03T20:00:00Z"));

    assertThat(inJapan.theCase(A).opened().appliedOn())
        .as("the contract day is that of the plan")
        .isEqualTo("2023-03-03");
    assertThat(inJapan.theCase(A).opened().sendBack().orElseThrow().lastDay())
        .as("counted from the day it was in Tokyo")
        .isEqualTo("2023-03-11");
  }

  @Test
  @Proves(refusing = {ONLY_THE_HEAD_IS_SERVED, HOME_REGION})
  void whoever_asks_for_a_replaced_device_in_the_wrong_region_hears_both() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .when(openRepair(B).forDevice(S0).inRegion("JP"))
        .thenRefused(SERIAL_SUPERSEDED, OUTSIDE_COVERAGE_AREA);
  }

  @Test
  @Proves(refusing = HOME_REGION)
  void an_aircraft_is_served_where_its_plan_was_bought() {
    given(aOneYearPlan()).when(openRepair(A).inRegion("JP")).thenRefused(OUTSIDE_COVERAGE_AREA);
  }

  @Test
  @Proves(refusing = SERVED_REGION)
  void no_product_is_served_where_the_terms_know_no_region() {
    given(aPlan().with(device(S0).model("RS_3").withProofOfPurchase()))
        .when(openRepair(A).inRegion("AQ"))
        .thenRefused(OUTSIDE_COVERAGE_AREA);
  }

  @Test
  @Proves(holding = HOME_REGION)
  void regions_that_the_terms_join_serve_each_others_customers() {
    Story.under(KiteTerms.book())
        .and(aPlan().in("XA").with(device(S0).model("KITE")))
        .when(openRepair(A).inRegion("XB"))
        .thenAccepted();
  }

  @Test
  @Proves(holding = {INTERNATIONAL_CHANNEL, INTERNATIONAL_PROOF, TERMS_OF_THE_REQUEST})
  void a_product_with_international_warranty_is_served_abroad_by_the_fees_of_that_place() {
    given(aPlan().with(device(S0).model("RS_3")))
        .when(openExpress(A).inRegion("JP").withProofOfPurchase())
        .thenAccepted()
        .having(TERMS_OF_THE_REQUEST, Inputs.of("planRegion", "US").and("requestRegion", "JP"))
        .having(
            AMOUNT_AS_QUOTED,
            Inputs.of("due", Inputs.of("minor", 8300).and("currency", "JPY"))
                .and("paid", Inputs.of("minor", 8300).and("currency", "JPY")));
  }

  @Test
  @Proves(refusing = INTERNATIONAL_PROOF)
  void abroad_a_missing_proof_is_the_ground_and_not_the_area_because_it_would_cure_it() {
    given(aPlan().with(device(S0).model("RS_3")))
        .when(openRepair(A).inRegion("JP"))
        .thenRefused(PROOF_OF_PURCHASE_MISSING);
  }

  @Test
  void at_home_nobody_asks_for_the_proof() {
    given(aPlan().with(device(S0).model("RS_3"))).when(openRepair(A)).thenAccepted();
  }

  @Test
  @Proves(refusing = {INTERNATIONAL_CHANNEL, BOUGHT_FROM_AUTHORISED_SHOP})
  void abroad_a_product_from_another_shop_is_not_served() {
    given(aPlan().with(device(S0).model("RS_3").boughtFrom(SalesChannel.OTHER)))
        .when(openRepair(A).inRegion("JP").withProofOfPurchase())
        .thenRefused(RefusalCode.CHANNEL_NOT_AUTHORISED);
  }

  @Test
  @Proves(refusing = BOUGHT_FROM_AUTHORISED_SHOP)
  void a_product_from_another_shop_is_bound_but_never_served() {
    given(aPlan().with(device(S0).boughtFrom(SalesChannel.OTHER)))
        .when(openRepair(A))
        .thenRefused(RefusalCode.CHANNEL_NOT_AUTHORISED);
  }

  @Test
  @Proves(holding = AUTHORISED_CENTRE, refusing = AUTHORISED_CENTRE)
  void where_the_terms_list_the_centres_of_a_region_no_other_serves_there() {
    under("centre of US").when(openRepair(A)).thenAccepted();
    under("centre of Hawaii").when(openRepair(A)).thenRefused(CENTRE_NOT_AUTHORISED);
  }

  @Test
  void what_is_shown_as_possible_names_a_centre_of_the_list() {
    var story = under("centre of Hawaii");

    assertThat(Possibility.of(story.situation(), Instant.parse("2023-06-01T12:00:00Z")))
        .filteredOn(possibility -> possibility.name().equals("OpenCase"))
        .filteredOn(Possibility::allowed)
        .isNotEmpty();
  }

  private static Story under(String centre) {
    var terms = Candidate.of202210().centres("US", centre).terms();
    return Story.under(new TermsBook(List.of(terms), Map.of())).and(aOneYearPlan());
  }
}
