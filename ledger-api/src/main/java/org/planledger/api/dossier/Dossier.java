package org.planledger.api.dossier;

import java.util.List;
import org.planledger.api.evidence.CoveredPlans.Covered;
import org.planledger.api.plans.HolderAnswer;
import org.planledger.api.state.PlanState;

/// The history of one plan with its reasons, and the checkpoint that covers it.
///
/// @param scope what it goes up to, in words
/// @param state the plan at its end, on the last contract day of it
/// @param firstPosition where the first of its events lies in the ledger
/// @param lastPosition where the last of them does
record Dossier(
    String scope,
    PlanState state,
    HolderAnswer holder,
    String device,
    long firstPosition,
    long lastPosition,
    List<Entry> timeline,
    List<QuotaMove> quotas,
    List<WarrantyMove> warranties,
    List<FeeMove> fees,
    Lineage lineage,
    List<Owed> owed,
    Covered evidence) {

  String planId() {
    return state.planId().toString();
  }

  long events() {
    return timeline.stream().filter(entry -> !entry.refused()).count();
  }

  long refusals() {
    return timeline.size() - events();
  }
}
