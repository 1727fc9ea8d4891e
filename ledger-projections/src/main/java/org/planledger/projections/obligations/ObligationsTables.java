package org.planledger.projections.obligations;

import java.sql.SQLException;
import java.util.Optional;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.RegionCode;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;
import org.planledger.projections.obligations.LossRow.Found;

final class ObligationsTables {

  static final Table<CaseId, LossRow> LOSSES =
      Table.<CaseId, LossRow>of(
              "obligations_1",
              Scope.PLAN,
              LossRow::caseId,
              cells ->
                  new LossRow(
                      new PlanId(cells.uuid("plan_id")),
                      new CaseId(cells.uuid("case_id")),
                      new DeviceId(cells.text("device_id")),
                      cells.text("centre_id"),
                      new RegionCode(cells.text("region")),
                      found(cells),
                      cells.optionalMoment("returned_at"),
                      cells.number("position")),
              Column.<LossRow>uuid("plan_id", row -> row.planId().value()).key(),
              Column.<LossRow>uuid("case_id", row -> row.caseId().value()).key(),
              Column.text("device_id", row -> row.deviceId().value()),
              Column.text("centre_id", LossRow::centreId),
              Column.text("region", row -> row.region().code()),
              Column.optionalMoment("recovered_at", row -> row.found().map(Found::at)),
              Column.optionalNumber("recovered_position", row -> row.found().map(Found::position)),
              Column.optionalMoment("returned_at", LossRow::returnedAt))
          .keepingPast();

  private static Optional<Found> found(Cells cells) throws SQLException {
    var position = cells.optionalNumber("recovered_position");
    return position.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(cells.moment("recovered_at"), position.get()));
  }

  private ObligationsTables() {}
}
