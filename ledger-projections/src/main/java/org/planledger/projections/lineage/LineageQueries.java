package org.planledger.projections.lineage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.planledger.core.device.BindingCause;
import org.planledger.core.device.DeviceStatus;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.ModelCode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.page.Listing;
import org.planledger.projections.page.Order;
import org.planledger.projections.page.ViewPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks where a device comes from and what took its place.
///
/// A device and the plan it is bound to have histories of their own, so for a moment one side can
/// be seen without the other; both are there once the view has seen the command's last event.
public final class LineageQueries {

  private static final Order<LineageView> BY_PLAN =
      Order.<LineageView>by()
          .uuid("b.plan_id", row -> row.planId().value())
          .number("b.ordinal", row -> (long) row.ordinal())
          .number("b.bound_position", LineageView::boundPosition);

  private static final String CHAIN =
      """
      select b.plan_id, b.ordinal, b.device_id, b.model, b.bound_at, b.cause, b.predecessor,
        b.successor, b.replaced_at, b.replaced_in, b.replaced_under,
        b.corrected_to, b.corrected_at, b.bound_position,
        d.status, d.restricted, d.owned_by_provider
      from lineage_binding_1 b join lineage_device_1 d on d.device_id = b.device_id
      """;

  private static final String DEVICE =
      """
      select d.device_id, d.plan_id, d.last_plan_id, h.device_id as head, d.status, d.restricted,
        d.owned_by_provider, d.position
      from lineage_device_1 d
      join lineage_binding_1 h on h.plan_id = d.last_plan_id and h.corrected_to is null
        and h.ordinal = (select max(o.ordinal) from lineage_binding_1 o
          where o.plan_id = d.last_plan_id and o.corrected_to is null)
      """;

  private final JdbcClient jdbc;
  private final ViewPosition position;

  public LineageQueries(JdbcClient jdbc, ViewPosition position) {
    this.jdbc = jdbc;
    this.position = position;
  }

  /// How far the answers go.
  public ViewPosition position() {
    return position;
  }

  /// The device; none if the ledger has never seen it, or the view has not seen it yet.
  public Optional<DeviceView> device(DeviceId device) {
    return jdbc.sql(DEVICE + " where d.device_id = ?")
        .param(device.value())
        .query((result, _) -> device(new Cells(result)))
        .optional();
  }

  /// The devices of a plan, the first one first; one that was bound by mistake comes before the
  /// right one.
  public List<LineageView> ofPlan(PlanId plan) {
    return listing().where("b.plan_id = ?", plan.value()).all(jdbc);
  }

  /// The chains of every plan that ever covered the device, whole and one after the other.
  List<LineageView> ofDevice(DeviceId device) {
    return listing()
        .where(
            "b.plan_id in (select o.plan_id from lineage_binding_1 o where o.device_id = ?)",
            device.value())
        .all(jdbc);
  }

  private static Listing<LineageView> listing() {
    return new Listing<>(CHAIN, LineageQueries::link, BY_PLAN);
  }

  private static DeviceView device(Cells cells) throws SQLException {
    return new DeviceView(
        new DeviceId(cells.text("device_id")),
        cells.optionalUuid("plan_id").map(PlanId::new),
        new PlanId(cells.uuid("last_plan_id")),
        new DeviceId(cells.text("head")),
        cells.constant("status", DeviceStatus.class),
        cells.flag("restricted"),
        cells.flag("owned_by_provider"),
        cells.number("position"));
  }

  private static LineageView link(Cells cells) throws SQLException {
    return new LineageView(
        new PlanId(cells.uuid("plan_id")),
        cells.integer("ordinal"),
        new DeviceId(cells.text("device_id")),
        new ModelCode(cells.text("model")),
        cells.moment("bound_at"),
        cells.constant("cause", BindingCause.class),
        cells.optionalText("predecessor").map(DeviceId::new),
        cells.optionalText("successor").map(DeviceId::new),
        cells.optionalMoment("replaced_at"),
        cells.optionalUuid("replaced_in").map(CaseId::new),
        cells.optionalConstant("replaced_under", Service.class),
        cells.optionalText("corrected_to").map(DeviceId::new),
        cells.optionalMoment("corrected_at"),
        cells.number("bound_position"),
        cells.constant("status", DeviceStatus.class),
        cells.flag("restricted"),
        cells.flag("owned_by_provider"));
  }
}
