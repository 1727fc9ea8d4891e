package org.planledger.projections.plans;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
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
import org.planledger.projections.plans.PlanRow.Head;

final class PlansTables {

  static final Table<PlanId, PlanRow> PLANS =
      Table.of(
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
                  cells.integer("replacements_left"),
                  cells.flag("others_left"),
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
          Column.integer("replacements_left", PlanRow::replacementsLeft),
          Column.flag("others_left", PlanRow::othersLeft));

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
