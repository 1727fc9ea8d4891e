package org.planledger.projections.history;

import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;

final class HistoryTables {

  static final Table<Long, HistoryView> HISTORY =
      Table.of(
          "history_1",
          Scope.EVENT,
          HistoryView::position,
          cells ->
              new HistoryView(
                  cells.number("position"),
                  cells.number("sequence"),
                  cells.text("event_id"),
                  cells.text("type"),
                  cells.moment("happened_at"),
                  cells.moment("recorded_at"),
                  new PlanId(cells.uuid("plan_id")),
                  cells.optionalUuid("case_id").map(CaseId::new),
                  cells.optionalText("device_id").map(DeviceId::new),
                  cells.text("client"),
                  cells.text("actor"),
                  cells.text("idempotency_key"),
                  cells.optionalText("trace_id")),
          Column.<HistoryView>number("position", HistoryView::position).key(),
          Column.number("sequence", HistoryView::sequence),
          Column.text("event_id", HistoryView::eventId),
          Column.text("type", HistoryView::type),
          Column.moment("happened_at", HistoryView::at),
          Column.moment("recorded_at", HistoryView::recordedAt),
          Column.uuid("plan_id", row -> row.planId().value()),
          Column.optionalUuid("case_id", row -> row.caseId().map(CaseId::value)),
          Column.optionalText("device_id", row -> row.deviceId().map(DeviceId::value)),
          Column.text("client", HistoryView::client),
          Column.text("actor", HistoryView::actor),
          Column.text("idempotency_key", HistoryView::idempotencyKey),
          Column.optionalText("trace_id", HistoryView::traceId));

  private HistoryTables() {}
}
