package org.planledger.projections.lineage;

import java.sql.SQLException;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;
import org.planledger.projections.lineage.BindingRow.Corrected;
import org.planledger.projections.lineage.BindingRow.Replaced;

final class LineageTables {

  static final Table<DeviceId, BindingRow> BINDINGS =
      Table.of(
          "lineage_binding_1",
          Scope.PLAN,
          BindingRow::deviceId,
          cells ->
              new BindingRow(
                  new PlanId(cells.uuid("plan_id")),
                  new DeviceId(cells.text("device_id")),
                  cells.integer("ordinal"),
                  new ModelCode(cells.text("model")),
                  cells.moment("bound_at"),
                  cells.constant("cause", BindingCause.class),
                  cells.optionalText("predecessor").map(DeviceId::new),
                  replaced(cells),
                  corrected(cells),
                  cells.number("bound_position"),
                  cells.number("position")),
          Column.<BindingRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<BindingRow>text("device_id", row -> row.deviceId().value()).key(),
          Column.integer("ordinal", BindingRow::ordinal),
          Column.text("model", row -> row.model().code()),
          Column.moment("bound_at", BindingRow::boundAt),
          Column.constant("cause", BindingRow::cause),
          Column.optionalText("predecessor", row -> row.predecessor().map(DeviceId::value)),
          Column.optionalText("successor", row -> row.replaced().map(r -> r.successor().value())),
          Column.optionalMoment("replaced_at", row -> row.replaced().map(Replaced::at)),
          Column.optionalUuid("replaced_in", row -> row.replaced().map(r -> r.caseId().value())),
          Column.optionalConstant(
              "replaced_under", row -> row.replaced().flatMap(Replaced::service)),
          Column.optionalText("corrected_to", row -> row.corrected().map(c -> c.to().value())),
          Column.optionalMoment("corrected_at", row -> row.corrected().map(Corrected::at)),
          Column.number("bound_position", BindingRow::boundPosition));

  static final Table<DeviceId, DeviceRow> DEVICES =
      Table.of(
          "lineage_device_1",
          Scope.DEVICE,
          DeviceRow::deviceId,
          cells ->
              new DeviceRow(
                  new DeviceId(cells.text("device_id")),
                  cells.optionalUuid("plan_id").map(PlanId::new),
                  new PlanId(cells.uuid("last_plan_id")),
                  cells.constant("status", DeviceStatus.class),
                  cells.flag("restricted"),
                  cells.flag("owned_by_provider"),
                  cells.optionalText("successor").map(DeviceId::new),
                  cells.number("position")),
          Column.<DeviceRow>text("device_id", row -> row.deviceId().value()).key(),
          Column.optionalUuid("plan_id", row -> row.plan().map(PlanId::value)),
          Column.uuid("last_plan_id", row -> row.lastPlan().value()),
          Column.constant("status", DeviceRow::status),
          Column.flag("restricted", DeviceRow::restricted),
          Column.flag("owned_by_provider", DeviceRow::ownedByProvider),
          Column.optionalText("successor", row -> row.successor().map(DeviceId::value)));

  private static Optional<Replaced> replaced(Cells cells) throws SQLException {
    var successor = cells.optionalText("successor");
    return successor.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Replaced(
                new DeviceId(successor.get()),
                cells.moment("replaced_at"),
                new CaseId(cells.uuid("replaced_in")),
                cells.optionalConstant("replaced_under", Service.class)));
  }

  private static Optional<Corrected> corrected(Cells cells) throws SQLException {
    var to = cells.optionalText("corrected_to");
    return to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Corrected(new DeviceId(to.get()), cells.moment("corrected_at")));
  }

  private LineageTables() {}
}
