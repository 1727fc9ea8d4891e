package org.planledger.projections.movements;

import java.sql.SQLException;
import java.util.Optional;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;
import org.planledger.projections.movements.MovedFeeRow.Captured;

final class MovementsTables {

  /// It keeps no past, because its rows are never changed: those of the past are the ones with an
  /// earlier position.
  static final Table<MovementRow.Key, MovementRow> MOVEMENTS =
      Table.of(
          "movements_1",
          Scope.PLAN,
          MovementRow::key,
          MovementsTables::movement,
          Column.<MovementRow>uuid("plan_id", row -> row.movement().planId().value()).key(),
          Column.<MovementRow>number("position", MovementRow::position).key(),
          Column.<MovementRow>integer("number", row -> row.movement().number()).key(),
          Column.text("event_id", row -> row.movement().eventId()),
          Column.moment("recorded_at", row -> row.movement().recordedAt()),
          Column.day("posted_on", row -> row.movement().postedOn()),
          Column.text("posted_month", row -> row.movement().postedMonth()),
          Column.moment("effective_at", row -> row.movement().effectiveAt()),
          Column.constant("kind", row -> row.movement().kind()),
          Column.text("fee_id", row -> row.movement().feeId()),
          Column.number("fee_position", row -> row.movement().feePosition()),
          Column.uuid("case_id", row -> row.movement().caseId().value()),
          Column.constant("purpose", row -> row.movement().purpose()),
          Column.constant("service", row -> row.movement().service()),
          Column.optionalConstant("mode", row -> row.movement().mode()),
          Column.optionalInteger("ordinal", row -> row.movement().ordinal()),
          Column.text("region", row -> row.movement().region().code()),
          Column.text("centre_id", row -> row.movement().centreId()),
          Column.text("currency", row -> row.movement().amount().currency().getCurrencyCode()),
          Column.number("amount_minor", row -> row.movement().amount().minor()),
          Column.optionalText("payment_reference", row -> row.movement().paymentReference()),
          Column.text("clause", row -> row.movement().clause()),
          Column.flag("sample", row -> row.movement().sample()));

  static final Table<String, MovedFeeRow> FEES =
      Table.of(
          "movements_fee_1",
          Scope.PLAN,
          MovedFeeRow::feeId,
          MovementsTables::fee,
          Column.<MovedFeeRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<MovedFeeRow>text("fee_id", MovedFeeRow::feeId).key(),
          Column.uuid("case_id", row -> row.caseId().value()),
          Column.number("fee_position", MovedFeeRow::feePosition),
          Column.constant("purpose", MovedFeeRow::purpose),
          Column.constant("service", MovedFeeRow::service),
          Column.optionalConstant("mode", MovedFeeRow::mode),
          Column.optionalInteger("ordinal", MovedFeeRow::ordinal),
          Column.text("clause", MovedFeeRow::clause),
          Column.flag("sample", MovedFeeRow::sample),
          Column.text("currency", row -> row.quoted().currency().getCurrencyCode()),
          Column.number("quoted_minor", row -> row.quoted().minor()),
          Column.flag("cancelled", MovedFeeRow::cancelled),
          Column.optionalNumber("captured_minor", row -> row.captured().map(Captured::minor)),
          Column.optionalText("payment_reference", row -> row.captured().map(Captured::reference)),
          Column.number("refunded_minor", MovedFeeRow::refundedMinor));

  static final Table<CaseId, MovedCaseRow> CASES =
      Table.of(
          "movements_case_1",
          Scope.PLAN,
          MovedCaseRow::caseId,
          cells ->
              new MovedCaseRow(
                  new PlanId(cells.uuid("plan_id")),
                  new CaseId(cells.uuid("case_id")),
                  new RegionCode(cells.text("region")),
                  cells.text("centre_id"),
                  cells.number("position")),
          Column.<MovedCaseRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<MovedCaseRow>uuid("case_id", row -> row.caseId().value()).key(),
          Column.text("region", row -> row.region().code()),
          Column.text("centre_id", MovedCaseRow::centreId));

  private static MovementRow movement(Cells cells) throws SQLException {
    return new MovementRow(
        new FeeMovement(
            cells.number("position"),
            cells.integer("number"),
            cells.text("event_id"),
            cells.moment("recorded_at"),
            cells.moment("effective_at"),
            cells.constant("kind", MovementKind.class),
            cells.text("fee_id"),
            cells.number("fee_position"),
            new PlanId(cells.uuid("plan_id")),
            new CaseId(cells.uuid("case_id")),
            cells.constant("purpose", FeePurpose.class),
            cells.constant("service", Service.class),
            cells.optionalConstant("mode", ReplacementMode.class),
            cells.optionalInteger("ordinal"),
            new RegionCode(cells.text("region")),
            cells.text("centre_id"),
            Money.of(cells.number("amount_minor"), cells.text("currency")),
            cells.optionalText("payment_reference"),
            cells.text("clause"),
            cells.flag("sample")));
  }

  private static MovedFeeRow fee(Cells cells) throws SQLException {
    return new MovedFeeRow(
        new PlanId(cells.uuid("plan_id")),
        new CaseId(cells.uuid("case_id")),
        cells.text("fee_id"),
        cells.number("fee_position"),
        cells.constant("purpose", FeePurpose.class),
        cells.constant("service", Service.class),
        cells.optionalConstant("mode", ReplacementMode.class),
        cells.optionalInteger("ordinal"),
        cells.text("clause"),
        cells.flag("sample"),
        Money.of(cells.number("quoted_minor"), cells.text("currency")),
        cells.flag("cancelled"),
        captured(cells),
        cells.number("refunded_minor"),
        cells.number("position"));
  }

  private static Optional<Captured> captured(Cells cells) throws SQLException {
    var minor = cells.optionalNumber("captured_minor");
    return minor.isEmpty()
        ? Optional.empty()
        : Optional.of(new Captured(minor.get(), cells.text("payment_reference")));
  }

  private MovementsTables() {}
}
