package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Proves;
import org.planledger.core.terms.Service;

class OfferingTest {
  /// Within the second year of a plan whose device had a warranty of twelve months.
  private static final String AFTER_THE_WARRANTY = "2024-04-15";

  @Test
  @Proves(holding = WARRANTY_IS_FREE)
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

    assertThat(services(scratched)).containsExactly(Service.REPLACEMENT);
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
        .containsExactly(Service.EXTENDED_WARRANTY, Service.REPLACEMENT);
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

    assertThat(services(cosmetic)).containsExactly(Service.REPLACEMENT);
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

  private static Offer replacementOffer(Story story) {
    return story.offers(A).getLast();
  }

  private static List<Service> services(Story story) {
    return story.offers(A).stream().map(Offer::service).toList();
  }
}
