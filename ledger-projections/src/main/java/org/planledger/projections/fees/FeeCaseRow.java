package org.planledger.projections.fees;

import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Row;

/// The region of a case, by whose tariff its fees are quoted (clause 2.2).
record FeeCaseRow(PlanId planId, CaseId caseId, RegionCode region, long position) implements Row {}
