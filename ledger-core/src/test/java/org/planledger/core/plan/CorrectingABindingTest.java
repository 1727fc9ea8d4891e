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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.plan.PlanEvent.BindingCorrected;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Proves;

class CorrectingABindingTest {

  @Test
  @Proves(holding = {PROCESS_KEPT, BOUND_BY_MISTAKE, NOTHING_CLAIMED_YET})
  void the_right_device_takes_the_place_of_the_mistyped_one() {
    var story =
        given(aOneYearPlan())
            .and(bothLinks())
            .when(correct(S0, device(S1)))
            .thenAccepted()
            .goingOn();

    assertThat(story.plan().head().orElseThrow().deviceId()).isEqualTo(S1);
    assertThat(story.plan().chain()).hasSize(1);
    assertThat(story.plan().has(BindingCorrected.class)).isTrue();
    assertThat(story.plan().links()).allMatch(link -> link.device().equals(S1));
    assertThat(story.device(S0).everBound()).isFalse();
    assertThat(story.device(S0).status()).isEqualTo(DeviceStatus.UNBOUND);
    story.when(openRepair(A).forDevice(S0)).thenRefused(SERIAL_NOT_REGISTERED);
    story.when(openRepair(A)).thenAccepted();
    story.and(aPlan().called(P2)).when(bind(device(S0)).to(P2)).thenAccepted();
  }

  @Test
  @Proves(refusing = PROCESS_KEPT)
  void it_takes_two_persons() {
    given(aOneYearPlan())
        .when(correct(S0, device(S1)).approvedBy("clerk"))
        .thenRefused(PROCESS_NOT_FOLLOWED);
  }

  @Test
  @Proves(refusing = BOUND_BY_MISTAKE)
  void only_the_device_that_is_bound_can_be_the_wrong_one() {
    given(aOneYearPlan()).when(correct(S2, device(S1))).thenRefused(SERIAL_NOT_REGISTERED);
  }

  @Test
  @Proves(refusing = NOTHING_CLAIMED_YET)
  void after_a_claim_it_is_too_late() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A), claim(A), withdraw(A))
        .when(correct(S0, device(S1)))
        .thenRefused(SERVICE_ALREADY_USED)
        .having(NOTHING_CLAIMED_YET, Inputs.of("claimedIn", List.of(A.toString())));
  }

  @Test
  @Proves(refusing = {NO_CASE_OPEN, BOUND_ONCE_FOR_LIFE})
  void an_open_case_and_a_right_device_of_somebody_else_stand_against_it() {
    given(aOneYearPlan(), openRepair(A))
        .and(aPlan().called(P2).with(device(S1)))
        .when(correct(S0, device(S1)))
        .thenRefused(ALREADY_BOUND_ONCE, SERIAL_ALREADY_COVERED, CASE_OPEN);
  }

  @Test
  void what_was_offered_in_a_case_of_the_wrong_device_can_still_be_shown() {
    var story = given(aOneYearPlan(), openRepair(A), withdraw(A), correct(S0, device(S1)));

    assertThat(story.offers(A)).isNotEmpty().noneMatch(Offer::open);
  }

  @Test
  void the_right_device_is_covered_from_the_moment_that_was_told_of_the_wrong_one() {
    var story = given(aOneYearPlan());
    var boundAt = story.plan().head().orElseThrow().at();

    assertThat(story.and(correct(S0, device(S1))).plan().head().orElseThrow().at())
        .isEqualTo(boundAt);
  }

  @Test
  void each_case_knows_its_own_device_after_two_corrections() {
    var story =
        given(aOneYearPlan(), openRepair(A), withdraw(A), correct(S0, device(S1)))
            .and(openRepair(B), withdraw(B), correct(S1, device(S2)));

    assertThat(story.plan().deviceOf(story.theCase(A)).deviceId()).isEqualTo(S0);
    assertThat(story.plan().deviceOf(story.theCase(B)).deviceId()).isEqualTo(S1);
    assertThat(story.plan().undone()).extracting(bound -> bound.deviceId()).containsExactly(S0, S1);
  }
}
