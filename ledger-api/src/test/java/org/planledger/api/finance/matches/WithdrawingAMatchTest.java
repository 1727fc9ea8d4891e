package org.planledger.api.finance.matches;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.Work;
import org.planledger.core.finance.accounts.Account;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.DatabaseVendor;
import org.planledger.core.store.LedgerEvents;
import tools.jackson.databind.JsonNode;

/// A run stands as it was made until the next one: whatever shows what it comes to agrees on that.
class WithdrawingAMatchTest {

  @Test
  void on_h2() {
    withdraw(DatabaseVendor.H2);
  }

  @Test
  void on_postgresql() {
    withdraw(DatabaseVendor.POSTGRESQL);
  }

  private static void withdraw(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      new WithdrawingAMatchTest().run(server);
    }
  }

  private void run(LedgerServer server) {
    var desk = new Desk(server);
    var fee = Imports.paidFee(desk);
    var file =
        List.of(
            Imports.line("txn_1", "charge", 4_000, fee.feeId(), "ch_1"),
            Imports.line("txn_2", "charge", fee.minor() - 4_000, fee.feeId(), "ch_2"),
            Imports.line("txn_3", "charge", 7_777, "", "ch_3"));
    assertThat(Imports.stripe(server, file).text("/state")).isEqualTo("FINISHED");
    server.awaitViews();
    var asked =
        Map.<String, Object>of(
            "period", YearMonth.from(LocalDate.now(ZoneOffset.UTC)).toString(),
            "cutOffPosition", server.part(LedgerEvents.class).head(),
            "asOf", LocalDate.now(ZoneOffset.UTC).toString());
    Work.done(desk, "/v1/reconciliations", asked);

    var found = Imports.balances(desk);
    assertThat(found)
        .containsEntry("PROCESSOR_BALANCE", fee.minor() + 7_777)
        .containsEntry("UNALLOCATED", -7_777L)
        .containsEntry("CASH_CLEARING", 0L);
    assertThat(journal(server)).isEqualTo(found);
    assertThat(matchedMinor(server)).isEqualTo(fee.minor());
    assertThat(shares(server)).containsExactlyInAnyOrder(4_000L, fee.minor() - 4_000);

    var match = desk.get("/v1/matches?feeId=" + fee.feeId()).expect(200).text("/data/0/matchId");
    desk.post("/v1/matches/" + match + "/withdrawal", Map.of("reason", "another customer's"))
        .expect(201);
    assertThat(Imports.balances(desk)).isEqualTo(found);
    assertThat(journal(server)).isEqualTo(found);
    assertThat(matchedMinor(server)).isEqualTo(fee.minor());

    Work.done(desk, "/v1/reconciliations", asked);
    assertThat(Imports.balances(desk))
        .containsEntry("PROCESSOR_BALANCE", fee.minor() + 7_777)
        .containsEntry("UNALLOCATED", -fee.minor() - 7_777)
        .containsEntry("CASH_CLEARING", fee.minor());
    assertThat(journal(server)).isEqualTo(Imports.balances(desk));
    assertThat(matchedMinor(server)).isZero();
    assertThat(shares(server)).isEmpty();
  }

  /// What the journal comes to, account by account.
  private static Map<String, Long> journal(LedgerServer server) {
    var balances = new TreeMap<String, Long>();
    rows(server, "journal")
        .forEach(
            row -> {
              var minor =
                  amount(row.path("debit").asString()) - amount(row.path("credit").asString());
              balances.merge(account(row.path("account").intValue()), minor, Long::sum);
            });
    return balances;
  }

  private static String account(int number) {
    return Arrays.stream(Account.values())
        .filter(account -> account.number() == number)
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static long amount(String text) {
    return text.isEmpty() || text.equals("null")
        ? 0
        : new BigDecimal(text).movePointRight(2).longValueExact();
  }

  private static long matchedMinor(LedgerServer server) {
    return rows(server, "fees").getFirst().path("matched_minor").longValue();
  }

  private static List<Long> shares(LedgerServer server) {
    return rows(server, "matches").stream()
        .map(row -> row.path("amount_minor").longValue())
        .toList();
  }

  private static List<JsonNode> rows(LedgerServer server, String of) {
    return server
        .http()
        .get("/v1/exports/" + of + "?format=JSONL")
        .expect(200)
        .body()
        .lines()
        .map(LedgerJson.mapper()::readTree)
        .toList();
  }
}
