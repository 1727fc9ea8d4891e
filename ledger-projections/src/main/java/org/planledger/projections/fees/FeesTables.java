package org.planledger.projections.fees;

import java.sql.SQLException;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.projections.fees.FeeRow.Payment;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;

final class FeesTables {

  static final Table<String, FeeRow> FEES =
      Table.of(
          "fees_1",
          Scope.PLAN,
          FeeRow::feeId,
          FeesTables::fee,
          Column.<FeeRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<FeeRow>text("fee_id", FeeRow::feeId).key(),
          Column.uuid("case_id", row -> row.caseId().value()),
          Column.constant("purpose", FeeRow::purpose),
          Column.optionalConstant("mode", FeeRow::mode),
          Column.optionalInteger("ordinal", FeeRow::ordinal),
          Column.text("region", row -> row.region().code()),
          Column.constant("status", FeeRow::status),
          Column.text("currency", row -> row.quoted().currency().getCurrencyCode()),
          Column.number("quoted_minor", row -> row.quoted().minor()),
          Column.number("paid_minor", row -> row.paidAmount().minor()),
          Column.number("open_minor", row -> row.openAmount().minor()),
          Column.optionalText("source", FeeRow::source),
          Column.optionalFlag("sample", FeeRow::sample),
          Column.moment("quoted_at", FeeRow::quotedAt),
          Column.optionalMoment("paid_at", row -> row.payment().map(Payment::at)),
          Column.optionalText("payment_reference", row -> row.payment().map(Payment::reference)),
          Column.number("quoted_position", FeeRow::quotedPosition),
          Column.optionalNumber("paid_position", row -> row.payment().map(Payment::position)));

  static final Table<CaseId, FeeCaseRow> CASES =
      Table.of(
          "fees_case_1",
          Scope.PLAN,
          FeeCaseRow::caseId,
          cells ->
              new FeeCaseRow(
                  new PlanId(cells.uuid("plan_id")),
                  new CaseId(cells.uuid("case_id")),
                  new RegionCode(cells.text("region")),
                  cells.number("position")),
          Column.<FeeCaseRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<FeeCaseRow>uuid("case_id", row -> row.caseId().value()).key(),
          Column.text("region", row -> row.region().code()));

  private static FeeRow fee(Cells cells) throws SQLException {
    return new FeeRow(
        cells.text("fee_id"),
        new PlanId(cells.uuid("plan_id")),
        new CaseId(cells.uuid("case_id")),
        cells.constant("purpose", FeePurpose.class),
        cells.optionalConstant("mode", ReplacementMode.class),
        cells.optionalInteger("ordinal"),
        new RegionCode(cells.text("region")),
        cells.constant("status", FeeStatus.class),
        Money.of(cells.number("quoted_minor"), cells.text("currency")),
        cells.optionalText("source"),
        cells.optionalFlag("sample"),
        cells.moment("quoted_at"),
        payment(cells),
        cells.number("quoted_position"),
        cells.number("position"));
  }

  private static Optional<Payment> payment(Cells cells) throws SQLException {
    var position = cells.optionalNumber("paid_position");
    return position.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Payment(
                Money.of(cells.number("paid_minor"), cells.text("currency")),
                cells.moment("paid_at"),
                cells.text("payment_reference"),
                position.get()));
  }

  private FeesTables() {}
}
