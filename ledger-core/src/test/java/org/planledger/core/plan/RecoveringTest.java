package org.planledger.core.plan;

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

import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Proves;

class RecoveringTest {

  @Test
  @Proves(holding = RECOVERED_AND_INSPECTED)
  void a_recovered_aircraft_is_free_again_when_the_provider_has_it() {
    var story = given(aTwoYearPlan()).and(bothLinks()).and(paidFlyaway(A)).and(ship(A, S1));
    story
        .when(returnRecovered(A))
        .thenRefused(SERVICE_NOT_APPLICABLE)
        .without(RECOVERED_AND_INSPECTED);

    story.and(recover(A));
    assertThat(story.device(S0).restricted()).isTrue();
    assertThat(story.theCase(A).owesRecovered()).isTrue();

    var back = story.when(returnRecovered(A)).thenAccepted().goingOn();
    assertThat(back.device(S0).restricted()).isFalse();
    assertThat(back.device(S0).ownedByProvider()).isTrue();
    back.when(returnRecovered(A)).thenRefused(SERVICE_NOT_APPLICABLE);
    back.and(aPlan().called(P2).with(device(S2)))
        .and(openRepair(B).of(P2), receive(B), assess(B), claim(B), pay(B))
        .when(ship(B, S0))
        .thenAccepted();
  }
}
