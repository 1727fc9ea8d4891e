package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.Story.given;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RewardingSafeFlightTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2024-01-14");
  private static final LocalDate DAY_AFTER = LocalDate.parse("2024-01-15");

  @Test
  void a_plan_without_any_use_earns_its_reward_on_the_day_it_ends() {
    var plan = given(aOneYearPlan()).plan();

    assertThat(Reward.on(plan, LAST_DAY)).isEqualTo(Reward.ON_TRACK);
    assertThat(Reward.on(plan, DAY_AFTER)).isEqualTo(Reward.EARNED);
  }

  @Test
  void a_used_replacement_forfeits_the_reward_at_once() {
    var plan = given(aOneYearPlan()).and(replaced(A, S1)).plan();

    assertThat(Reward.on(plan, LAST_DAY)).isEqualTo(Reward.FORFEITED);
    assertThat(Reward.on(plan, DAY_AFTER)).isEqualTo(Reward.FORFEITED);
  }

  @Test
  void an_open_case_that_could_still_use_a_replacement_postpones_the_reward() {
    var open = given(aOneYearPlan(), openRepair(A).on("2024-01-14"), receive(A));
    assertThat(Reward.on(open.plan(), DAY_AFTER)).isEqualTo(Reward.POSTPONED);

    open.and(assess(A), claim(A));
    assertThat(Reward.on(open.plan(), DAY_AFTER)).isEqualTo(Reward.POSTPONED);

    open.and(withdraw(A));
    assertThat(Reward.on(open.plan(), DAY_AFTER)).isEqualTo(Reward.EARNED);
  }

  @Test
  void a_case_opened_under_the_reward_does_not_postpone_it() {
    var plan = given(aOneYearPlan(), openRepair(A).on("2024-02-01"), receive(A)).plan();

    assertThat(Reward.on(plan, LocalDate.parse("2024-02-02"))).isEqualTo(Reward.EARNED);
  }

  @Test
  void a_free_replacement_under_the_official_warranty_forfeits_nothing() {
    var plan =
        given(aOneYearPlan(), openRepair(A), receive(A))
            .and(assess(A).as(Cause.QUALITY_FAULT).inWarrantyScope(), ship(A, S1))
            .plan();

    assertThat(Reward.on(plan, DAY_AFTER)).isEqualTo(Reward.EARNED);
  }

  @Test
  void a_product_without_a_reward_in_its_agreement_gets_none() {
    var plan = given(aPlan().with(device(S0).model("PHANTOM_4_PRO"))).plan();

    assertThat(plan.head().orElseThrow().cover().reward()).isEmpty();
    assertThat(Reward.on(plan, DAY_AFTER)).isEqualTo(Reward.FORFEITED);
  }

  @Test
  void a_plan_that_never_had_a_device_gets_none() {
    var plan = given(aPlan()).plan();

    assertThat(Reward.on(plan, LAST_DAY)).isEqualTo(Reward.ON_TRACK);
    assertThat(Reward.on(plan, DAY_AFTER)).isEqualTo(Reward.FORFEITED);
  }
}
