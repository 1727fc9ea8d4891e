package org.planledger.projections.processing;

import java.util.List;
import org.planledger.projections.casework.CaseworkProjection;
import org.planledger.projections.coverage.CoverageProjection;
import org.planledger.projections.entitlement.EntitlementProjection;
import org.planledger.projections.fees.FeesProjection;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.history.HistoryProjection;
import org.planledger.projections.lineage.LineageProjection;
import org.planledger.projections.movements.MovementsProjection;
import org.planledger.projections.obligations.ObligationsProjection;
import org.planledger.projections.plans.PlansProjection;

/// Every view of the ledger.
public final class Views {

  /// Where Flyway finds the tables of the views, below it a folder for each kind of database.
  public static final String MIGRATIONS = "db/views";

  private Views() {}

  public static List<Projection> all() {
    return List.of(
        new PlansProjection(),
        new EntitlementProjection(),
        new CoverageProjection(),
        new CaseworkProjection(),
        new FeesProjection(),
        new MovementsProjection(),
        new LineageProjection(),
        new ObligationsProjection(),
        new HistoryProjection());
  }
}
