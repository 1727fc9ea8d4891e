package org.planledger.projections.coverage;

import java.time.ZoneId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Row;

/// The zone in which the days of a plan are counted.
record CoveragePlanRow(PlanId planId, ZoneId zone, long position) implements Row {}
