package org.planledger.core.plan;

import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.OpeningSteps.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;
import static org.planledger.core.rule.RefusalCode.*;
import static org.planledger.core.rule.Rule.*;

import org.junit.jupiter.api.Test;
import org.planledger.core.rule.Notice;
import org.planledger.core.rule.Proves;

class ShippingAReplacementTest {

  @Test
  void a_case_with_every_part_sent_in_needs_no_material_to_be_paid() {
    given(aOneYearPlan()).and(paidRepair(A)).when(ship(A, S1)).thenAccepted();
  }

  @Test
  @Proves(refusing = CLAIMED_OR_FREE)
  void an_assessed_case_that_is_not_free_is_shipped_only_after_a_claim() {
    given(aOneYearPlan(), openRepair(A), receive(A), assess(A))
        .when(ship(A, S1))
        .thenRefused(NOT_CONFIRMED);
  }

  @Test
  void whoever_receives_a_replacement_is_told_to_link_it() {
    given(aOneYearPlan())
        .and(bothLinks())
        .and(paidRepair(A))
        .when(ship(A, S1))
        .thenAccepted()
        .noticing(Notice.LINKS_INCOMPLETE);
  }

  @Test
  void a_replacement_that_has_nothing_to_link_needs_no_such_reminder() {
    given(aPlan().with(device(S0).model("RS_3")))
        .and(paidRepair(A))
        .when(ship(A, S1))
        .thenAccepted()
        .noticing();
  }
}
