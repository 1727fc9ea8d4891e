package org.planledger.api.finance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OpenedCase;
import org.planledger.api.testing.SoldPlan;
import org.planledger.core.store.DatabaseVendor;

/// Statements, the table of fees and the accounts say the same at any time: what customers owe, and
/// what has still to arrive.
class TyingFeesToTheAccountsTest {

  private static final String MAVIC = "MAVIC_3";

  @ParameterizedTest
  @EnumSource(DatabaseVendor.class)
  void whatever_tells_what_is_open_comes_to_the_accounts(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      new Books(server).run();
    }
  }

  /// A ledger with its books, and what they are asked.
  private static final class Books {

    private final YearMonth month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
    private final LedgerServer server;
    private final Desk desk;
    private final TiedFees fees;

    private Books(LedgerServer server) {
      this.server = server;
      this.desk = new Desk(server);
      this.fees = new TiedFees(desk);
    }

    private void run() {
      var whole = Imports.paidFee(desk);
      var nearly = Imports.paidFee(desk);
      var half = Imports.paidFee(desk);
      var paid = Imports.paidFee(desk);
      var owed = owed(desk.sell("ONE_YEAR"));
      var euros = owed(desk.sell("ONE_YEAR", "DE", "EUR"));
      server.awaitViews();
      fees.check();

      Imports.stripe(
          server,
          List.of(
              Imports.line("txn_1", "charge", whole.minor(), whole.feeId(), "ch_1"),
              Imports.line("txn_2", "charge", nearly.minor() - 30, nearly.feeId(), "ch_2"),
              Imports.line("txn_3", "charge", half.minor() / 2, half.feeId(), "ch_3"),
              Imports.line("txn_4", "charge", 4_500, "", "ch_4")));
      Imports.matched(server, month);
      fees.check();
      assertThat(fees.row(nearly.feeId()))
          .isEqualTo(
              "CAPTURED, %d of %d, 30 explained".formatted(nearly.minor() - 30, nearly.minor()));
      assertThat(fees.row(half.feeId()))
          .isEqualTo(
              "CAPTURED, %d of %d, %d open"
                  .formatted(half.minor() / 2, half.minor(), half.minor() - half.minor() / 2));

      refuseToGiveUpWhatIsNotOwed();
      long before = position();
      writeOff(paid.feeId());
      fees.check();
      assertThat(fees.row(paid.feeId()))
          .isEqualTo("CAPTURED, 0 of %1$d, %1$d written off".formatted(paid.minor()));
      assertThat(fees.statedAsWrittenOff()).isEmpty();

      writeOff(owed.feeId());
      writeOff(euros.feeId());
      fees.check();
      assertThat(fees.row(owed.feeId()))
          .isEqualTo("WRITTEN_OFF, 0 of %1$d, %1$d written off".formatted(owed.minor()));
      assertThat(fees.statedAsWrittenOff())
          .isEqualTo(Map.of("USD", owed.minor(), "EUR", euros.minor()));
      assertThat(fees.statement("PLAN", owed.planId(), "USD").path("writtenOffMinor").longValue())
          .isEqualTo(owed.minor());
      assertThat(fees.statement("PLAN", owed.planId(), "USD").path("closingMinor").longValue())
          .isZero();
      assertThat(
              fees.statement("MONTH", month.toString(), "EUR").path("writtenOffMinor").longValue())
          .isEqualTo(euros.minor());
      var trail = desk.get("/v1/fee-trails/" + owed.feeId()).expect(200);
      assertThat(trail.text("/writtenOff/kind")).isEqualTo("WRITTEN_OFF");
      assertThat(trail.text("/writtenOff/reason")).isEqualTo("the customer is gone");
      assertThat(trail.text("/writtenOff/approvedBy")).isEqualTo("bob");

      Imports.matched(server, month);
      fees.check();
      long between = position();
      withdraw(owed.feeId());
      fees.check();
      assertThat(fees.statedAsWrittenOff()).isEqualTo(Map.of("EUR", euros.minor()));
      assertThat(fees.row(owed.feeId()))
          .isEqualTo("OPEN, 0 of %1$d, %1$d open".formatted(owed.minor()));
      assertThat(desk.get("/v1/fee-trails/" + owed.feeId()).expect(200).at("/writtenOff").isNull())
          .isTrue();
      assertThat(before).isEqualTo(between);
      overtake(euros);
    }

    /// What was given up is paid after all.
    private void overtake(Owed fee) {
      fee.theCase().payQuoted().expect(201);
      server.awaitViews();
      fees.check();
      assertThat(fees.row(fee.feeId()))
          .isEqualTo("CAPTURED, 0 of %1$d, %1$d written off".formatted(fee.minor()));
      Imports.matched(server, month);
      fees.check();
      var told = desk.get("/v1/exceptions?feeId=" + fee.feeId()).expect(200);
      assertThat(told.at("/data")).hasSize(1);
      assertThat(told.text("/data/0/kind")).isEqualTo("MISSING_PAYMENT");
      assertThat(told.text("/data/0/nextStep")).isEqualTo("Take the write-off back.");
      withdraw(fee.feeId());
      Imports.matched(server, month);
      fees.check();
      assertThat(desk.get("/v1/exceptions?feeId=" + fee.feeId()).text("/data/0/reason"))
          .endsWith("and its money has not been found.");
      assertThat(fees.statedAsWrittenOff()).isEmpty();
    }

    private void refuseToGiveUpWhatIsNotOwed() {
      var fee = owed(desk.sell("ONE_YEAR"));
      fee.theCase().withdraw().expect(201);
      server.awaitViews();
      var refused =
          desk.post(
              "/v1/fee-write-offs/" + fee.feeId(),
              Map.of("reason", "the customer is gone", "approvedBy", "bob"));
      assertThat(refused.expect(422).text("/errors/0/detail"))
          .startsWith("NOTHING_OPEN, rule F-14");
      assertThat(fees.row(fee.feeId())).isEqualTo("CANCELLED, 0 of %d".formatted(fee.minor()));
      fees.check();
    }

    /// A fee that nobody has paid.
    private record Owed(String planId, OpenedCase theCase, String feeId, long minor) {}

    private Owed owed(SoldPlan plan) {
      var serial = plan.bind(MAVIC);
      plan.link("2023-01-20T00:00:00Z");
      var theCase = plan.damage(serial, "2023-03-01");
      theCase.claim("DAMAGE").expect(201);
      server.awaitViews();
      var fee = desk.get("/v1/fees?planId=" + plan.planId()).expect(200).at("/data/0");
      return new Owed(
          plan.planId(),
          theCase,
          fee.path("feeId").stringValue(),
          fee.at("/quoted/minor").longValue());
    }

    private long position() {
      return desk.get("/v1/accounts").expect(200).at("/position").longValue();
    }

    private void writeOff(String feeId) {
      decide("/v1/fee-write-offs/" + feeId);
    }

    private void withdraw(String feeId) {
      decide("/v1/fee-write-offs/" + feeId + "/withdrawal");
    }

    private void decide(String path) {
      desk.post(path, Map.of("reason", "the customer is gone", "approvedBy", "bob")).expect(201);
    }
  }
}
