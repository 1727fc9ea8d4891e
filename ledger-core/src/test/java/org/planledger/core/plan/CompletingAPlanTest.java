package org.planledger.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.SendingSteps.*;
import static org.planledger.core.plan.ServiceSteps.*;
import static org.planledger.core.plan.Story.given;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.planledger.core.reference.CaseId;

class CompletingAPlanTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2024-01-14");

  @Test
  void a_plan_is_purchased_then_active_and_expired_from_the_day_after_its_last() {
    assertThat(PlanStatus.on(given(aPlan()).plan(), LAST_DAY)).isEqualTo(PlanStatus.PURCHASED);
    assertThat(PlanStatus.on(given(aOneYearPlan()).plan(), LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);
    assertThat(PlanStatus.on(given(aOneYearPlan()).plan(), LAST_DAY.plusDays(1)))
        .isEqualTo(PlanStatus.EXPIRED);
  }

  @Test
  void a_plan_without_any_replacement_left_lives_on_with_its_other_services() {
    var plan = given(aOneYearPlan()).and(replaced(A, S1)).and(replaced(B, S2)).plan();

    assertThat(PlanStatus.on(plan, LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);
  }

  @Test
  void a_plan_of_which_everything_was_used_is_completed() {
    var plan = allUsed().plan();

    assertThat(PlanStatus.on(plan, LAST_DAY)).isEqualTo(PlanStatus.COMPLETED);
    assertThat(PlanStatus.on(plan, LAST_DAY.plusDays(1))).isEqualTo(PlanStatus.EXPIRED);
  }

  @Test
  void what_is_only_reserved_can_still_be_used() {
    var replacing = given(aOneYearPlan()).and(maintained(A)).and(repaired(B)).and(repaired(C));
    replacing.and(replaced(D, S1)).and(openExpress(E));
    assertThat(PlanStatus.on(replacing.plan(), LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);

    var repairing = given(aOneYearPlan()).and(maintained(A)).and(repaired(B));
    repairing.and(replaced(C, S1)).and(replaced(D, S2));
    repairing.and(openRepair(E), receive(E), assess(E), claimDiscount(E));
    assertThat(PlanStatus.on(repairing.plan(), LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);
  }

  @Test
  void one_service_that_is_left_keeps_the_plan_active() {
    var withoutMaintenance = given(aOneYearPlan()).and(repaired(B)).and(repaired(C));
    withoutMaintenance.and(replaced(D, S1)).and(replaced(E, S2));
    assertThat(PlanStatus.on(withoutMaintenance.plan(), LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);

    var withoutReplacement =
        given(aOneYearPlan()).and(maintained(A)).and(repaired(B)).and(repaired(C));
    assertThat(PlanStatus.on(withoutReplacement.plan(), LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);

    var withoutRepair = given(aOneYearPlan()).and(maintained(A));
    withoutRepair.and(replaced(D, S1)).and(replaced(E, S2));
    assertThat(PlanStatus.on(withoutRepair.plan(), LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);
  }

  @Test
  void an_unlimited_warranty_keeps_a_two_year_plan_active_to_its_end() {
    var story = given(aTwoYearPlan()).and(maintained(A)).and(maintained(B));
    story.and(repaired(C)).and(repaired(D)).and(repaired(E));
    story.and(replaced(F, S1)).and(replaced(G, S2)).and(replaced(H, S3));

    assertThat(PlanStatus.on(story.plan(), LAST_DAY)).isEqualTo(PlanStatus.ACTIVE);
  }

  private static Story allUsed() {
    var story = given(aOneYearPlan()).and(maintained(A)).and(repaired(B)).and(repaired(C));
    return story.and(replaced(D, S1)).and(replaced(E, S2));
  }

  private static Step[] maintained(CaseId id) {
    return new Step[] {
      openMaintenance(id), receiveForMaintenance(id), confirmMaintenance(id), completeRepair(id)
    };
  }

  private static Step[] repaired(CaseId id) {
    return new Step[] {
      openRepair(id), receive(id), assess(id), claimDiscount(id), pay(id), completeRepair(id)
    };
  }
}
