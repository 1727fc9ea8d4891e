package org.planledger.projections.casework;

import static org.planledger.projections.casework.CaseworkTables.CASES;

import java.util.List;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.*;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;

/// Keeps the board of cases: the stage of each, the deadline that is running, and who has the next
/// move.
public final class CaseworkProjection implements Projection {

  @Override
  public String name() {
    return "casework_1";
  }

  @Override
  public List<Table<?, ?>> tables() {
    return List.of(CASES);
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    long at = recorded.position();
    switch (event) {
      case CaseOpened opened -> rows.put(CASES, CaseRow.opened(opened, at));
      case CaseEvent step -> rows.change(CASES, step.caseId(), row -> row.after(step, at));
      case PlanPurchased _, DeviceBound _, BindingCorrected _ -> {}
      case LinkRecorded _, LinkRemoved _, LinkCorrected _ -> {}
      case ServiceExpired _, ServiceExhausted _, RewardGranted _, RewardForfeited _ -> {}
      case TermsUpgraded _, ProductReturned _, PlanReturned _ -> {}
      case ExitRequested _, PlanExited _ -> {}
    }
  }
}
