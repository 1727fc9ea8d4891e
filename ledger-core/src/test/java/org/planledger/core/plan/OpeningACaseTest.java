package org.planledger.core.plan;

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
}
