package org.planledger.projections.coverage;

import java.util.Optional;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Part;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;

final class CoverageTables {

  /// One window of a plan.
  record WindowKey(Service service, Optional<Part> part) {}

  /// Stands in the key for the whole device.
  static final String WHOLE_DEVICE = "";

  static final Table<WindowKey, CoverageView> WINDOWS =
      Table.of(
          "coverage_1",
          Scope.PLAN,
          row -> new WindowKey(row.service(), row.part()),
          cells ->
              new CoverageView(
                  new PlanId(cells.uuid("plan_id")),
                  cells.constant("service", Service.class),
                  Optional.of(cells.text("part"))
                      .filter(part -> !part.equals(WHOLE_DEVICE))
                      .map(Part::of),
                  new Window(cells.day("from_on"), cells.day("until_on")),
                  cells.flag("forfeited"),
                  cells.number("position")),
          Column.<CoverageView>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<CoverageView>constant("service", CoverageView::service).key(),
          Column.<CoverageView>text("part", row -> partOf(row)).key(),
          Column.day("from_on", row -> row.window().from()),
          Column.day("until_on", row -> row.window().until()),
          Column.flag("forfeited", CoverageView::forfeited));

  static String partOf(CoverageView row) {
    return row.part().map(Part::code).orElse(WHOLE_DEVICE);
  }

  private CoverageTables() {}
}
