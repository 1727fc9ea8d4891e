package org.planledger.core.plan;

import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Proves;

class ClaimingAReplacementTest {

  @Test
  @Proves(refusing = FLYAWAY_LINKS_ENABLED)
  void a_flyaway_is_refused_when_the_centre_finds_that_a_link_was_not_enabled() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(openFlyaway(A), uploadFlightRecord(A))
        .and(assess(A).as(Cause.FLYAWAY).damaged().finding("X-R-02"))
        .when(claim(A))
        .thenRefused(LINK_MISSING);
  }

  @Test
  void a_link_that_was_not_enabled_does_not_stand_in_the_way_of_a_damaged_device() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A).finding("X-R-02"))
        .when(claim(A))
        .thenAccepted();
  }

  @Test
  @Proves(refusing = WINDOW_ONE_YEAR)
  void no_later_day_helps_a_case_that_was_opened_before_the_plan_began() {
    given(aPlan().effectiveOn("2023-03-01").purchasedOn("2023-01-15").with(underWarranty()))
        .and(openRepair(A).on("2023-02-01"), receive(A), assess(A))
        .when(claim(A))
        .thenRefused(OUTSIDE_VALIDITY)
        .whateverTheDay();
  }

  private static ADevice underWarranty() {
    return device(S0).underWarrantyFrom("2023-01-15");
  }
}
