package org.planledger.core.plan;

import static org.planledger.core.plan.CaseSteps.*;
import static org.planledger.core.plan.Named.*;
import static org.planledger.core.plan.PlanSteps.*;
import static org.planledger.core.plan.Story.given;

import org.junit.jupiter.api.Test;

class ShippingAReplacementTest {

  @Test
  void a_case_with_every_part_sent_in_needs_no_material_to_be_paid() {
    given(aOneYearPlan()).and(paidRepair(A)).when(ship(A, S1)).thenAccepted();
  }
}
