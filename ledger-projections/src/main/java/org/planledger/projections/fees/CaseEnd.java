package org.planledger.projections.fees;

import java.util.Optional;
import java.util.Set;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.LapseCause;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.CaseRefused;
import org.planledger.core.rule.RefusalCode;
import org.planledger.core.terms.Service;

/// How a case ended, as far as its payments are concerned (clause 2.5.1, decision A-71).
///
/// @param under what it was settled under; none if nothing of the plan or a warranty was given
/// @param attributable whether the customer is the reason that nothing was given
record CaseEnd(Optional<Service> under, boolean attributable) {

  private static final Set<String> THE_CUSTOMERS =
      Set.of("X-G-03", "X-G-05", "X-G-06", "X-G-07", "X-G-08");

  static CaseEnd settled(Optional<Service> under) {
    return new CaseEnd(under, false);
  }

  static CaseEnd withdrawn() {
    return new CaseEnd(Optional.empty(), true);
  }

  static CaseEnd lapsed(CaseLapsed lapsed) {
    return new CaseEnd(Optional.empty(), lapsed.cause() != LapseCause.SERIAL_SUPERSEDED);
  }

  static CaseEnd refused(CaseRefused refused) {
    return new CaseEnd(
        Optional.empty(),
        refused.codes().contains(RefusalCode.COMPONENTS_MISSING)
            || refused.codes().contains(RefusalCode.PROCESS_NOT_FOLLOWED)
            || refused.findings().stream()
                .anyMatch(finding -> THE_CUSTOMERS.contains(finding.exclusion())));
  }

  /// Whether what was paid for is what was given.
  boolean gave(FeePurpose purpose) {
    return switch (purpose) {
      case SERVICE_FEE ->
          under.filter(s -> s == Service.REPLACEMENT || s == Service.REPAIR_DISCOUNT).isPresent();
      case MISSING_MATERIAL -> under.equals(Optional.of(Service.REPLACEMENT));
    };
  }
}
