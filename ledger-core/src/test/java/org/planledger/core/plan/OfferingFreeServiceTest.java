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
import org.planledger.core.rule.Condition;
import org.planledger.core.rule.Inputs;
import org.planledger.core.rule.Rule;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Service;

/// What a warranty serves for nothing is offered with every condition that it rests on.
class OfferingFreeServiceTest {

  @Test
  void a_free_repair_rests_on_its_case_and_on_every_condition_of_its_warranty() {
    assertThat(free(freeRepair()).conditions())
        .extracting(Condition::rule)
        .containsExactly(
            ONLY_THE_HEAD_IS_SERVED,
            WARRANTY_OF_THE_PLAN,
            WARRANTY_IS_FREE,
            RECEIVED_FOR_ASSESSMENT,
            APPLIED_IN_TIME,
            CASE_STILL_OPEN,
            STAGE_OF_THE_CASE,
            NOT_RESTRICTED);
  }

  @Test
  void what_is_free_is_a_repair_unless_the_device_is_lost() {
    var lost =
        given(aOneYearPlan(), openFlyaway(A).on("2023-06-01"), uploadFlightRecord(A))
            .and(assess(A).as(Cause.FLYAWAY).damaged().inWarrantyScope());

    assertThat(inputs(free(freeRepair()), STAGE_OF_THE_CASE))
        .isEqualTo(step("CompleteRepair", CaseType.REPAIR));
    assertThat(inputs(free(lost), STAGE_OF_THE_CASE))
        .isEqualTo(step("ShipReplacement", CaseType.FLYAWAY));
  }

  @Test
  void what_was_free_ends_with_the_plan() {
    var story = freeRepair().and(withdraw(A), requestExit(), confirmExit());

    assertThat(free(story).codes()).containsExactly(PLAN_ENDED);
  }

  private static Story freeRepair() {
    return given(aOneYearPlan(), openRepair(A), receive(A))
        .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope());
  }

  private static Offer free(Story story) {
    var first = story.offers(A).getFirst();
    assertThat(first.service()).isEqualTo(Service.OFFICIAL_WARRANTY);
    return first;
  }

  private static Inputs inputs(Offer offer, Rule rule) {
    return offer.conditions().stream()
        .filter(condition -> condition.rule() == rule)
        .findFirst()
        .orElseThrow()
        .inputs();
  }

  private static Inputs step(String command, CaseType type) {
    return Inputs.of("step", command)
        .and("type", type)
        .and("process", Channel.ONLINE_REPAIR)
        .and("stage", Stage.ASSESSED);
  }
}
