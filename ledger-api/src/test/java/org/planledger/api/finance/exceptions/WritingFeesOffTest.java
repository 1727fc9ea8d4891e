package org.planledger.api.finance.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;

/// A fee is given up and waited for again: both are posted by the act, and the next run goes by it.
class WritingFeesOffTest {

  @Test
  void on_h2() {
    writeOff(DatabaseVendor.H2);
  }

  @Test
  void on_postgresql() {
    writeOff(DatabaseVendor.POSTGRESQL);
  }

  private static void writeOff(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor, "--ledger.finance.one-person=10")) {
      new WritingFeesOffTest().run(server);
    }
  }

  private void run(LedgerServer server) {
    var desk = new Desk(server);
    var fee = Imports.paidFee(desk);
    server.awaitViews();
    var month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
    var asked =
        Map.<String, Object>of(
            "period", month.toString(),
            "cutOffPosition", server.part(LedgerEvents.class).head(),
            "asOf", LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(Work.done(desk, "/v1/reconciliations", asked).at("/result/totals/exceptions"))
        .hasToString("{\"MISSING_PAYMENT\":1}");
    var before = Imports.balances(desk);
    assertThat(before).containsEntry("CASH_CLEARING", fee.minor()).doesNotContainKey("WRITE_OFFS");

    var path = "/v1/fee-write-offs/" + fee.feeId();
    var taken = path + "/withdrawal";
    var reason = Map.of("reason", "the customer is gone", "approvedBy", "bob");
    assertThat(desk.post(taken, reason).expect(422).text("/errors/0/detail"))
        .startsWith("NOT_WRITTEN_OFF, rule F-17");
    var given = desk.post(path, reason).expect(201);
    assertThat(desk.post(path, reason).expect(422).text("/errors/0/detail"))
        .startsWith("NOTHING_OPEN, rule F-14");
    assertThat(Imports.balances(desk))
        .containsEntry("CASH_CLEARING", 0L)
        .containsEntry("WRITE_OFFS", fee.minor());
    assertThat(Work.done(desk, "/v1/reconciliations", asked).at("/result/totals/exceptions"))
        .hasToString("{}");

    assertThat(
            desk.post(taken, Map.of("reason", "it has come")).expect(422).text("/errors/0/detail"))
        .startsWith("SECOND_PERSON_NEEDED, rule F-08");
    var back = desk.post(taken, Map.of("reason", "it has come", "approvedBy", "bob")).expect(201);
    assertThat(back.text("/type")).isEqualTo("WriteOffWithdrawn");
    assertThat(back.at("/event/writeOff")).isEqualTo(given.at("/entry"));
    assertThat(back.at("/event/amount/minor").longValue()).isEqualTo(fee.minor());
    assertThat(desk.post(taken, reason).expect(422).text("/errors/0/detail"))
        .startsWith("NOT_WRITTEN_OFF, rule F-17");
    assertThat(Imports.balances(desk))
        .containsEntry("CASH_CLEARING", fee.minor())
        .containsEntry("WRITE_OFFS", 0L);
    assertThat(Work.done(desk, "/v1/reconciliations", asked).at("/result/totals/exceptions"))
        .hasToString("{\"MISSING_PAYMENT\":1}");

    assertThat(journal(server, fee.feeId()))
        .containsExactly(
            "RECEIVABLES null",
            "FEE_INCOME null",
            "CASH_CLEARING pay",
            "RECEIVABLES pay",
            "WRITE_OFFS act 2",
            "CASH_CLEARING act 2",
            "WRITE_OFFS act 4",
            "CASH_CLEARING act 4");
    assertThat(desk.post("/v1/fee-write-offs/none/withdrawal", reason).expect(404).text("/code"))
        .isEqualTo("UNKNOWN_FEE");
    assertThat(desk.post(taken, Map.of()).expect(400).text("/errors/0/pointer"))
        .isEqualTo("/reason");
    assertThat(desk.get("/v1/book-entries/verification").expect(200).at("/good").booleanValue())
        .isTrue();
  }

  /// The accounts of the entries about a fee, each with what it came from.
  private static List<String> journal(LedgerServer server, String feeId) {
    return server
        .http()
        .get("/v1/exports/journal?format=JSONL")
        .expect(200)
        .body()
        .lines()
        .map(LedgerJson.mapper()::readTree)
        .filter(row -> feeId.equals(row.path("fee_id").asString()))
        .map(
            row ->
                row.path("account_name")
                        .stringValue()
                        .toUpperCase(Locale.ROOT)
                        .replace(' ', '_')
                        .replace('-', '_')
                    + " "
                    + (row.path("source_ref").isNull()
                        ? "null"
                        : row.path("source_ref").asString().startsWith("act")
                            ? row.path("source_ref").asString()
                            : "pay"))
        .toList();
  }
}
