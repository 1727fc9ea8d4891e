package org.planledger.projections.coverage;

import java.time.ZoneId;
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

  static final Table<WindowKey, CoverageRow> WINDOWS =
      Table.<WindowKey, CoverageRow>of(
              "coverage_1",
              Scope.PLAN,
              row -> new WindowKey(row.service(), row.part()),
              cells ->
                  new CoverageRow(
                      new PlanId(cells.uuid("plan_id")),
                      cells.constant("service", Service.class),
                      Optional.of(cells.text("part"))
                          .filter(part -> !part.equals(WHOLE_DEVICE))
                          .map(Part::of),
                      new Window(cells.day("from_on"), cells.day("until_on")),
                      cells.optionalConstant("reward", RewardState.class),
                      cells.flag("undone"),
                      cells.optionalDay("ended_on"),
                      cells.number("position")),
              Column.<CoverageRow>uuid("plan_id", row -> row.planId().value()).key(),
              Column.<CoverageRow>constant("service", CoverageRow::service).key(),
              Column.<CoverageRow>text("part", row -> partOf(row)).key(),
              Column.day("from_on", row -> row.window().from()),
              Column.day("until_on", row -> row.window().until()),
              Column.optionalConstant("reward", CoverageRow::reward),
              Column.flag("undone", CoverageRow::undone),
              Column.optionalDay("ended_on", CoverageRow::endedOn),
              Column.day("ends_on", CoverageRow::endsOn))
          .keepingPast();

  static final Table<PlanId, CoveragePlanRow> PLANS =
      Table.of(
          "coverage_plan_1",
          Scope.PLAN,
          CoveragePlanRow::planId,
          cells ->
              new CoveragePlanRow(
                  new PlanId(cells.uuid("plan_id")),
                  ZoneId.of(cells.text("zone")),
                  cells.number("position")),
          Column.<CoveragePlanRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.text("zone", row -> row.zone().getId()));

  static String partOf(CoverageRow row) {
    return row.part().map(Part::code).orElse(WHOLE_DEVICE);
  }

  private CoverageTables() {}
}
