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
import org.planledger.core.terms.Channel;

class OpeningACaseTest {

  @Test
  @Proves(refusing = EXPRESS_REPLACES_ONLY)
  void a_lost_aircraft_cannot_be_served_by_express() {
    given(aOneYearPlan())
        .when(openFlyaway(A).by(Channel.EXPRESS))
        .thenRefused(EXPRESS_ONLY_REPLACEMENT);
  }

  @Test
  @Proves(refusing = {ONLY_THE_HEAD_IS_SERVED, HOME_REGION})
  void whoever_asks_for_a_replaced_device_in_the_wrong_region_hears_both() {
    given(aOneYearPlan())
        .and(replaced(A, S1))
        .when(openRepair(B).forDevice(S0).inRegion("JP"))
        .thenRefused(SERIAL_SUPERSEDED, OUTSIDE_COVERAGE_AREA);
  }
}
