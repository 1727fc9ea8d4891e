package org.planledger.projections.fees;

import java.time.Instant;
import org.planledger.core.plan.PlanEvent.CaseOpened;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Row;

/// What of a case matters for its fees.
///
/// @param region by whose tariff they are quoted (clause 2.2)
/// @param inTime whether the service was applied for within the days of the plan
record FeeCaseRow(
    PlanId planId,
    CaseId caseId,
    RegionCode region,
    String centreId,
    Channel process,
    Instant openedAt,
    boolean inTime,
    long position)
    implements Row {

  static FeeCaseRow opened(CaseOpened opened, FeePlanRow plan, long at) {
    return new FeeCaseRow(
        opened.planId(),
        opened.caseId(),
        opened.region(),
        opened.centreId(),
        opened.process(),
        opened.at(),
        plan.window().contains(opened.appliedOn()),
        at);
  }

  /// Whether money was taken before the service was asked for. The fee of an express case is a part
  /// of the request.
  boolean beforehand(Instant paidAt) {
    return process != Channel.EXPRESS && paidAt.isBefore(openedAt);
  }
}
