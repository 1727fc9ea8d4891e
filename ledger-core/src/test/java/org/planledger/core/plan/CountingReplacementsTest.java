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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;

class CountingReplacementsTest {

  @Test
  @Proves(
      holding = {
        FLYAWAY_FOR_THIS_PRODUCT,
        FLYAWAY_QUOTA_ONE_YEAR,
        FLYAWAY_LINKS_ENABLED,
        FLYAWAY_ONLY
      })
  void a_flyaway_is_claimed_from_the_same_quota_and_from_its_own_limit() {
    var story =
        given(aOneYearPlan(), openFlyaway(A), uploadFlightRecord(A))
            .and(assess(A).as(Cause.FLYAWAY).damaged());
    var left = story.when(claim(A)).thenAccepted().goingOn().left();

    assertThat(left.replacement().available()).contains(1);
    assertThat(left.flyaway().available()).contains(0);
  }

  @ParameterizedTest
  @CsvSource({"1, USD 159.00", "2, USD 199.00"})
  void the_fee_climbs_with_the_number_of_the_replacement(int ordinal, String fee) {
    var story = given(aOneYearPlan());
    if (ordinal == 2) {
      story.and(replaced(A, S1));
    }
    story
        .and(openRepair(B), receive(B), assess(B))
        .when(claim(B))
        .thenAccepted()
        .having(
            FEE_BY_ORDINAL,
            Inputs.of("region", "US")
                .and("model", "MAVIC_3")
                .and("mode", "DAMAGE")
                .and("ordinal", ordinal)
                .and("amount", Fees.shown(money(fee)))
                .and("source", "shop listing, United States")
                .and("sample", false));
  }

  @Test
  void the_fee_of_a_flyaway_does_not_climb_but_counts_in_the_ladder() {
    var story = given(aOneYearPlan()).and(bothLinks()).and(claimedFlyaway(A));
    story.and(openRepair(B), receive(B), assess(B), claim(B));

    assertThat(story.theCase(A).claimed().orElseThrow().fee().amount())
        .isEqualTo(money("USD 739.00"));
    assertThat(story.theCase(B).claimed().orElseThrow().ordinal()).isEqualTo(2);
    assertThat(story.theCase(B).claimed().orElseThrow().fee().amount())
        .isEqualTo(money("USD 199.00"));
  }

  @Test
  @Proves(refusing = QUOTA_ONE_YEAR)
  void a_third_claim_of_a_one_year_plan_is_refused_because_the_quota_is_used_up() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .and(replaced(B, S2))
        .and(openRepair(C), receive(C), assess(C))
        .when(claim(C))
        .thenRefused(QUOTA_EXHAUSTED)
        .having(QUOTA_ONE_YEAR, Inputs.of("used", 2).and("reserved", 0).and("total", 2));
  }

  @Test
  @Proves(holding = {QUOTA_TWO_YEAR, WINDOW_TWO_YEAR})
  void a_two_year_plan_has_a_third_replacement() {
    given(aTwoYearPlan())
        .and(replaced(A, S1))
        .and(replaced(B, S2))
        .and(openRepair(C), receive(C), assess(C))
        .when(claim(C))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = QUOTA_TWO_YEAR)
  void but_no_fourth() {
    given(aTwoYearPlan())
        .and(replaced(A, S1))
        .and(replaced(B, S2))
        .and(replaced(C, S3))
        .and(openRepair(D), receive(D), assess(D))
        .when(claim(D))
        .thenRefused(QUOTA_EXHAUSTED);
  }

  @Test
  @Proves(refusing = FLYAWAY_QUOTA_ONE_YEAR)
  void a_one_year_plan_replaces_one_lost_aircraft() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(claimedFlyaway(A))
        .and(openFlyaway(B), uploadFlightRecord(B), assess(B).as(Cause.FLYAWAY).damaged())
        .when(claim(B))
        .thenRefused(FLYAWAY_LIMIT_REACHED);
  }

  @Test
  @Proves(holding = FLYAWAY_QUOTA_TWO_YEAR)
  void a_two_year_plan_replaces_a_second() {
    given(aTwoYearPlan())
        .and(claimedFlyaway(A))
        .and(openFlyaway(B), uploadFlightRecord(B), assess(B).as(Cause.FLYAWAY).damaged())
        .when(claim(B))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = FLYAWAY_QUOTA_TWO_YEAR)
  void but_no_third() {
    given(aTwoYearPlan())
        .and(claimedFlyaway(A))
        .and(claimedFlyaway(B))
        .and(openFlyaway(C), uploadFlightRecord(C), assess(C).as(Cause.FLYAWAY).damaged())
        .when(claim(C))
        .thenRefused(FLYAWAY_LIMIT_REACHED);
  }
}
