package org.planledger.core.plan;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.planledger.core.plan.PlanEvent.DamageAssessed;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.Commitment;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;

/// What is told about an assessment when it is corrected.
///
/// @param assessedAt when the damage was assessed
public record AssessmentFacts(
    Instant assessedAt,
    Cause cause,
    Set<Part> damagedParts,
    boolean inOfficialWarrantyScope,
    List<Finding> findings,
    Optional<Commitment> remark) {

  public AssessmentFacts {
    damagedParts = Collections.unmodifiableSet(new TreeSet<>(damagedParts));
    findings = List.copyOf(findings);
  }

  static AssessmentFacts of(DamageAssessed assessed) {
    return new AssessmentFacts(
        assessed.at(),
        assessed.cause(),
        assessed.damagedParts(),
        assessed.inOfficialWarrantyScope(),
        assessed.findings(),
        assessed.remark());
  }

  /// The assessment as it would have been recorded.
  DamageAssessed assessment(PlanId plan, CaseId theCase) {
    return new DamageAssessed(
        plan, assessedAt, theCase, cause, damagedParts, inOfficialWarrantyScope, findings, remark);
  }
}
