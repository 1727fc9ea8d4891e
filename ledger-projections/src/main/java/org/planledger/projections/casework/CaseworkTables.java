package org.planledger.projections.casework;

import java.time.ZoneId;
import org.planledger.core.plan.CaseType;
import org.planledger.core.plan.Stage;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;

final class CaseworkTables {

  static final Table<CaseId, CaseRow> CASES =
      Table.<CaseId, CaseRow>of(
              "casework_1",
              Scope.PLAN,
              CaseRow::caseId,
              cells ->
                  new CaseRow(
                      new PlanId(cells.uuid("plan_id")),
                      new CaseId(cells.uuid("case_id")),
                      new Progress(
                          cells.constant("type", CaseType.class),
                          cells.constant("process", Channel.class),
                          cells.constant("stage", Stage.class),
                          cells.optionalConstant("lapsed_from", Stage.class),
                          cells.flag("flight_record"),
                          cells.flag("maintained"),
                          cells.flag("dispatched"),
                          cells.number("receipts")),
                      new DeviceId(cells.text("device_id")),
                      new RegionCode(cells.text("region")),
                      cells.text("centre_id"),
                      cells.moment("opened_at"),
                      cells.optionalDay("send_back_on"),
                      cells.optionalText("send_back_in").map(ZoneId::of),
                      cells.optionalMoment("closed_at"),
                      cells.number("position")),
              Column.<CaseRow>uuid("plan_id", row -> row.planId().value()).key(),
              Column.<CaseRow>uuid("case_id", row -> row.caseId().value()).key(),
              Column.constant("type", row -> row.progress().type()),
              Column.constant("process", row -> row.progress().process()),
              Column.constant("stage", row -> row.progress().stage()),
              Column.optionalConstant("lapsed_from", row -> row.progress().lapsedFrom()),
              Column.flag("flight_record", row -> row.progress().flightRecord()),
              Column.flag("maintained", row -> row.progress().maintained()),
              Column.flag("dispatched", row -> row.progress().dispatched()),
              Column.number("receipts", row -> row.progress().receipts()),
              Column.text("device_id", row -> row.deviceId().value()),
              Column.text("region", row -> row.region().code()),
              Column.text("centre_id", CaseRow::centreId),
              Column.moment("opened_at", CaseRow::openedAt),
              Column.optionalDay("send_back_on", CaseRow::sendBackOn),
              Column.optionalText("send_back_in", row -> row.sendBackIn().map(ZoneId::getId)),
              Column.optionalMoment("closed_at", CaseRow::closedAt),
              Column.day("order_on", CaseRow::orderOn),
              Column.optionalConstant("waits_for", row -> row.progress().waitsFor()))
          .keepingPast();

  private CaseworkTables() {}
}
