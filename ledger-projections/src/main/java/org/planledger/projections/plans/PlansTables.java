package org.planledger.projections.plans;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.planledger.core.plan.PlanStatus;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.PlanType;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.Window;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;
import org.planledger.projections.plans.PlanRow.Ending;
import org.planledger.projections.plans.PlanRow.Head;
import org.planledger.projections.plans.Stock.Quota;

final class PlansTables {

  static final Table<PlanId, PlanRow> PLANS =
      Table.<PlanId, PlanRow>of(
              "plans_1",
              Scope.PLAN,
              PlanRow::planId,
              cells ->
                  new PlanRow(
                      new PlanId(cells.uuid("plan_id")),
                      cells.constant("plan_type", PlanType.class),
                      new RegionCode(cells.text("region")),
                      ZoneId.of(cells.text("zone")),
                      new Edition(cells.text("edition")),
                      new Window(cells.day("from_on"), cells.day("until_on")),
                      cells.moment("purchased_at"),
                      head(cells),
                      cells.integer("open_cases"),
                      stock(cells),
                      new Ending(
                          cells.optionalDay("product_returned_on"),
                          cells.optionalMoment("exit_requested_at"),
                          cells.optionalConstant("ended_as", PlanStatus.class),
                          cells.optionalMoment("ended_at")),
                      cells.number("position")),
              Column.<PlanRow>uuid("plan_id", row -> row.planId().value()).key(),
              Column.constant("plan_type", PlanRow::planType),
              Column.text("region", row -> row.region().code()),
              Column.text("zone", row -> row.zone().getId()),
              Column.text("edition", row -> row.edition().id()),
              Column.day("from_on", row -> row.window().from()),
              Column.day("until_on", row -> row.window().until()),
              Column.moment("purchased_at", PlanRow::purchasedAt),
              Column.optionalText("device_id", row -> row.head().map(h -> h.deviceId().value())),
              Column.optionalText("model", row -> row.head().map(h -> h.model().code())),
              Column.optionalMoment("bound_at", row -> row.head().map(Head::boundAt)),
              Column.integer("open_cases", PlanRow::openCases),
              Column.integer("replacements_total", row -> row.stock().replacements().total()),
              Column.integer("replacements_used", row -> row.stock().replacements().used()),
              Column.integer("discounts_total", row -> row.stock().discounts().total()),
              Column.integer("discounts_used", row -> row.stock().discounts().used()),
              Column.integer("maintenance_total", row -> row.stock().maintenance().total()),
              Column.integer("maintenance_used", row -> row.stock().maintenance().used()),
              Column.flag("extended_warranty", row -> row.stock().extendedWarranty()),
              Column.optionalDay("product_returned_on", row -> row.ending().productReturnedOn()),
              Column.optionalMoment("exit_requested_at", row -> row.ending().exitRequestedAt()),
              Column.optionalConstant("ended_as", row -> row.ending().as()),
              Column.optionalMoment("ended_at", row -> row.ending().at()))
          .keepingPast();

  private static Stock stock(Cells cells) throws SQLException {
    return new Stock(
        new Quota(cells.integer("replacements_total"), cells.integer("replacements_used")),
        new Quota(cells.integer("discounts_total"), cells.integer("discounts_used")),
        new Quota(cells.integer("maintenance_total"), cells.integer("maintenance_used")),
        cells.flag("extended_warranty"));
  }

  private static Optional<Head> head(Cells cells) throws SQLException {
    var device = cells.optionalText("device_id");
    return device.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Head(
                new DeviceId(device.get()),
                new ModelCode(cells.text("model")),
                cells.moment("bound_at")));
  }

  private PlansTables() {}
}
