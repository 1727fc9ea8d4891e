package org.planledger.projections.entitlement;

import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.fold.Row;

/// The replacement that a case has claimed, as far as it counts.
record ClaimRow(PlanId planId, CaseId caseId, ReplacementMode mode, State state, long position)
    implements Row {

  /// What became of the claim.
  enum State {
    /// Held back for its case.
    RESERVED,
    USED,
    /// Its case came to nothing; the replacement is free again.
    RELEASED
  }

  ClaimRow now(State changed, long at) {
    return new ClaimRow(planId, caseId, mode, changed, at);
  }
}
