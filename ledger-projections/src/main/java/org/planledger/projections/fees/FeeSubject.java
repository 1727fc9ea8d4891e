package org.planledger.projections.fees;

import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.PlanEvent.ReplacementClaimed;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;

/// What a fee is for.
///
/// @param service the service of the plan that it belongs to
/// @param mode the kind of replacement; none for any other fee
/// @param ordinal which replacement of the plan it is for; none for any other fee
record FeeSubject(
    String feeId,
    PlanId planId,
    CaseId caseId,
    FeePurpose purpose,
    Service service,
    Optional<ReplacementMode> mode,
    Optional<Integer> ordinal,
    RegionCode region,
    String centreId) {

  static FeeSubject of(String feeId, ReplacementClaimed claim, FeeCaseRow in) {
    return new FeeSubject(
        feeId,
        claim.planId(),
        claim.caseId(),
        FeePurpose.SERVICE_FEE,
        Service.REPLACEMENT,
        Optional.of(claim.mode()),
        Optional.of(claim.ordinal()),
        in.region(),
        in.centreId());
  }

  static FeeSubject of(
      String feeId, FeePurpose purpose, Service service, CaseId caseId, FeeCaseRow in) {
    return new FeeSubject(
        feeId,
        in.planId(),
        caseId,
        purpose,
        service,
        Optional.empty(),
        Optional.empty(),
        in.region(),
        in.centreId());
  }

  FeeSubject renumbered(int newOrdinal) {
    return new FeeSubject(
        feeId, planId, caseId, purpose, service, mode, Optional.of(newOrdinal), region, centreId);
  }
}
