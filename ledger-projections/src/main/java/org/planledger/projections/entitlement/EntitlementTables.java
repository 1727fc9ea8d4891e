package org.planledger.projections.entitlement;

import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;

final class EntitlementTables {

  static final Table<EntitledService, EntitlementView> ENTITLEMENTS =
      Table.<EntitledService, EntitlementView>of(
              "entitlement_1",
              Scope.PLAN,
              EntitlementView::service,
              cells ->
                  new EntitlementView(
                      new PlanId(cells.uuid("plan_id")),
                      cells.constant("service", EntitledService.class),
                      cells.optionalInteger("total"),
                      cells.integer("used"),
                      cells.integer("reserved"),
                      cells.optionalInteger("available"),
                      cells.flag("ended"),
                      cells.number("position")),
              Column.<EntitlementView>uuid("plan_id", row -> row.planId().value()).key(),
              Column.<EntitlementView>constant("service", EntitlementView::service).key(),
              Column.optionalInteger("total", EntitlementView::total),
              Column.integer("used", EntitlementView::used),
              Column.integer("reserved", EntitlementView::reserved),
              Column.optionalInteger("available", EntitlementView::available),
              Column.flag("ended", EntitlementView::ended))
          .keepingPast();

  static final Table<ClaimRow.Key, ClaimRow> CLAIMS =
      Table.of(
          "entitlement_claim_1",
          Scope.PLAN,
          ClaimRow::key,
          cells ->
              new ClaimRow(
                  new PlanId(cells.uuid("plan_id")),
                  new CaseId(cells.uuid("case_id")),
                  cells.constant("service", EntitledService.class),
                  cells.optionalConstant("mode", ReplacementMode.class),
                  cells.constant("state", ClaimRow.State.class),
                  cells.number("position")),
          Column.<ClaimRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<ClaimRow>uuid("case_id", row -> row.caseId().value()).key(),
          Column.<ClaimRow>constant("service", ClaimRow::service).key(),
          Column.optionalConstant("mode", ClaimRow::mode),
          Column.constant("state", ClaimRow::state));

  private EntitlementTables() {}
}
