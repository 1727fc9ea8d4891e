package org.planledger.projections.movements;

import org.planledger.core.plan.PlanEvent.CaseOpened;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Row;

/// What of a case stands in each of its movements.
record MovedCaseRow(PlanId planId, CaseId caseId, RegionCode region, String centreId, long position)
    implements Row {

  static MovedCaseRow opened(CaseOpened opened, long at) {
    return new MovedCaseRow(
        opened.planId(), opened.caseId(), opened.region(), opened.centreId(), at);
  }
}
