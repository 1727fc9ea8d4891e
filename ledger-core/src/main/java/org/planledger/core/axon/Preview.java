package org.planledger.core.axon;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.Remedy;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;

/// What would become of a command if it were submitted now. Nothing of it is kept.
public sealed interface Preview {

  /// The command would be accepted or refused.
  ///
  /// @param remedies what would cure a refusal; nothing for an accepted command
  /// @param planBefore the plan as it is; none before it is sold
  /// @param planAfter the plan as it would be left; none where it would not come into being
  /// @param sequence the sequence of the plan's last event now; none before it is sold
  record Decided(
      Decision decision,
      List<Remedy> remedies,
      Optional<Plan> planBefore,
      Optional<Plan> planAfter,
      OptionalLong sequence)
      implements Preview {}

  /// There is no such plan.
  record UnknownPlan(PlanId planId) implements Preview {}

  /// The plan has no such case.
  record UnknownCase(PlanId planId, CaseId caseId) implements Preview {}
}
