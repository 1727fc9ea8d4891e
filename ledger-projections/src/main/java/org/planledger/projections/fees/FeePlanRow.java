package org.planledger.projections.fees;

import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Window;
import org.planledger.projections.fold.Row;

/// The days of a plan: what was applied for outside them is paid for without return (clause 2.5.1).
record FeePlanRow(PlanId planId, Window window, long position) implements Row {}
