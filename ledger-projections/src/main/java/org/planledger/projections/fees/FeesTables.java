package org.planledger.projections.fees;

import java.sql.SQLException;
import java.util.Optional;
import org.planledger.core.plan.FeePurpose;
import org.planledger.core.plan.FeeSource;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.core.terms.Channel;
import org.planledger.core.terms.Money;
import org.planledger.core.terms.RegionCode;
import org.planledger.core.terms.ReplacementMode;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Window;
import org.planledger.projections.fees.FeeRow.DueBack;
import org.planledger.projections.fees.FeeRow.PaidBack;
import org.planledger.projections.fees.FeeRow.Payment;
import org.planledger.projections.fees.FeeRow.Quote;
import org.planledger.projections.fold.Cells;
import org.planledger.projections.fold.Column;
import org.planledger.projections.fold.Scope;
import org.planledger.projections.fold.Table;

final class FeesTables {

  static final Table<String, FeeRow> FEES =
      Table.<String, FeeRow>of(
              "fees_1",
              Scope.PLAN,
              row -> row.subject().feeId(),
              FeesTables::fee,
              Column.<FeeRow>uuid("plan_id", row -> row.subject().planId().value()).key(),
              Column.<FeeRow>text("fee_id", row -> row.subject().feeId()).key(),
              Column.uuid("case_id", row -> row.subject().caseId().value()),
              Column.constant("purpose", row -> row.subject().purpose()),
              Column.constant("service", row -> row.subject().service()),
              Column.optionalConstant("mode", row -> row.subject().mode()),
              Column.optionalInteger("ordinal", row -> row.subject().ordinal()),
              Column.text("region", row -> row.subject().region().code()),
              Column.text("centre_id", row -> row.subject().centreId()),
              Column.constant("status", FeeRow::status),
              Column.text("currency", row -> row.quote().amount().currency().getCurrencyCode()),
              Column.number("quoted_minor", row -> row.quote().amount().minor()),
              Column.number("paid_minor", row -> row.paidAmount().minor()),
              Column.number("open_minor", row -> row.openAmount().minor()),
              Column.number("refunded_minor", row -> row.paidAmount().minor() - row.kept().minor()),
              Column.number("due_back_minor", row -> row.dueBackAmount().minor()),
              Column.optionalText("source", row -> row.quote().source().map(FeeSource::label)),
              Column.optionalFlag("sample", row -> row.quote().source().map(FeeSource::sample)),
              Column.moment("quoted_at", row -> row.quote().at()),
              Column.optionalMoment("paid_at", row -> row.payment().map(Payment::at)),
              Column.optionalText(
                  "payment_reference", row -> row.payment().map(Payment::reference)),
              Column.optionalMoment("due_back_at", row -> row.dueBack().map(DueBack::at)),
              Column.optionalMoment("refunded_at", row -> row.paidBack().map(PaidBack::at)),
              Column.flag("goodwill", row -> row.paidBack().filter(PaidBack::goodwill).isPresent()),
              Column.number("quoted_position", row -> row.quote().position()),
              Column.optionalNumber("paid_position", row -> row.payment().map(Payment::position)),
              Column.optionalNumber(
                  "due_back_position", row -> row.dueBack().map(DueBack::position)))
          .keepingPast();

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
                  cells.text("centre_id"),
                  cells.constant("process", Channel.class),
                  cells.moment("opened_at"),
                  cells.flag("in_time"),
                  cells.number("position")),
          Column.<FeeCaseRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.<FeeCaseRow>uuid("case_id", row -> row.caseId().value()).key(),
          Column.text("region", row -> row.region().code()),
          Column.text("centre_id", FeeCaseRow::centreId),
          Column.constant("process", FeeCaseRow::process),
          Column.moment("opened_at", FeeCaseRow::openedAt),
          Column.flag("in_time", FeeCaseRow::inTime));

  static final Table<PlanId, FeePlanRow> PLANS =
      Table.of(
          "fees_plan_1",
          Scope.PLAN,
          FeePlanRow::planId,
          cells ->
              new FeePlanRow(
                  new PlanId(cells.uuid("plan_id")),
                  new Window(cells.day("from_on"), cells.day("until_on")),
                  cells.number("position")),
          Column.<FeePlanRow>uuid("plan_id", row -> row.planId().value()).key(),
          Column.day("from_on", row -> row.window().from()),
          Column.day("until_on", row -> row.window().until()));

  private static FeeRow fee(Cells cells) throws SQLException {
    return new FeeRow(
        new FeeSubject(
            cells.text("fee_id"),
            new PlanId(cells.uuid("plan_id")),
            new CaseId(cells.uuid("case_id")),
            cells.constant("purpose", FeePurpose.class),
            cells.constant("service", Service.class),
            cells.optionalConstant("mode", ReplacementMode.class),
            cells.optionalInteger("ordinal"),
            new RegionCode(cells.text("region")),
            cells.text("centre_id")),
        cells.constant("status", FeeStatus.class),
        new Quote(
            money(cells, "quoted_minor"),
            source(cells),
            cells.moment("quoted_at"),
            cells.number("quoted_position")),
        payment(cells),
        dueBack(cells),
        paidBack(cells),
        cells.number("position"));
  }

  private static Optional<FeeSource> source(Cells cells) throws SQLException {
    var sample = cells.optionalFlag("sample");
    return sample.isEmpty()
        ? Optional.empty()
        : Optional.of(new FeeSource(cells.text("source"), sample.get()));
  }

  private static Optional<Payment> payment(Cells cells) throws SQLException {
    var position = cells.optionalNumber("paid_position");
    return position.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Payment(
                money(cells, "paid_minor"),
                cells.moment("paid_at"),
                cells.text("payment_reference"),
                position.get()));
  }

  private static Optional<DueBack> dueBack(Cells cells) throws SQLException {
    var position = cells.optionalNumber("due_back_position");
    return position.isEmpty()
        ? Optional.empty()
        : Optional.of(new DueBack(cells.moment("due_back_at"), position.get()));
  }

  private static Optional<PaidBack> paidBack(Cells cells) throws SQLException {
    var at = cells.optionalMoment("refunded_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PaidBack(money(cells, "refunded_minor"), at.get(), cells.flag("goodwill")));
  }

  private static Money money(Cells cells, String column) throws SQLException {
    return Money.of(cells.number(column), cells.text("currency"));
  }

  private FeesTables() {}
}
