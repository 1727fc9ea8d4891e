package org.planledger.projections.entitlement;

import java.util.Optional;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.fold.Row;

/// A use of a service by a case, as far as it counts.
///
/// @param mode the kind of replacement; none for any other service
record ClaimRow(
    PlanId planId,
    CaseId caseId,
    EntitledService service,
    Optional<ReplacementMode> mode,
    State state,
    long position)
    implements Row {

  /// What tells the claims of a plan apart.
  record Key(CaseId caseId, EntitledService service) {}

  /// What became of the claim.
  enum State {
    /// Held back for its case.
    RESERVED,
    USED,
    /// Its case came to nothing, or to something else; what it held back is free again.
    RELEASED
  }

  Key key() {
    return new Key(caseId, service);
  }

  ClaimRow now(State changed, long at) {
    return new ClaimRow(planId, caseId, service, mode, changed, at);
  }
}
