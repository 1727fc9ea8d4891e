package org.planledger.api.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planledger.api.state.EntitlementState;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.Plan;

/// What was left of the services of a plan after an event that changed it.
///
/// @param levels by service, all of them
record QuotaMove(
    long sequence, Instant recordedAt, String type, Map<String, EntitlementState> levels) {

  /// Every change, oldest first.
  static List<QuotaMove> of(PlanHistory history) {
    var moves = new ArrayList<QuotaMove>();
    Plan plan = null;
    Map<String, EntitlementState> before = Map.of();
    for (var recorded : history.events()) {
      plan = Plan.evolve(plan, recorded.event());
      var after = EntitlementState.of(plan);
      if (!after.equals(before)) {
        moves.add(
            new QuotaMove(recorded.sequence(), recorded.recordedAt(), recorded.type(), after));
        before = after;
      }
    }
    return moves;
  }
}
