package org.planledger.api.finance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.Imports;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OpenedCase;
import org.planledger.api.testing.SoldPlan;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.DatabaseVendor;
import tools.jackson.databind.JsonNode;

/// Statements, the table of fees and the accounts say the same at any time: what customers owe, and
/// what has still to arrive.
class TyingFeesToTheAccountsTest {

  private static final String MAVIC = "MAVIC_3";

  @Test
  void on_h2() {
    tie(DatabaseVendor.H2);
  }

  @Test
  void on_postgresql() {
    tie(DatabaseVendor.POSTGRESQL);
  }

  private static void tie(DatabaseVendor vendor) {
    try (var server = LedgerServer.start(vendor)) {
      new Books(server).run();
    }
  }

  /// A ledger with its books, and what they are asked.
  private static final class Books {

    private final YearMonth month = YearMonth.from(LocalDate.now(ZoneOffset.UTC));
    private final LedgerServer server;
    private final Desk desk;

    private Books(LedgerServer server) {
      this.server = server;
      this.desk = new Desk(server);
    }

    private void run() {
      var whole = Imports.paidFee(desk);
      var nearly = Imports.paidFee(desk);
      var half = Imports.paidFee(desk);
      var paid = Imports.paidFee(desk);
      var owed = owed(desk.sell("ONE_YEAR"));
      var euros = owed(desk.sell("ONE_YEAR", "DE", "EUR"));
      server.awaitViews();
      check();

      Imports.stripe(
          server,
          List.of(
              Imports.line("txn_1", "charge", whole.minor(), whole.feeId(), "ch_1"),
              Imports.line("txn_2", "charge", nearly.minor() - 30, nearly.feeId(), "ch_2"),
              Imports.line("txn_3", "charge", half.minor() / 2, half.feeId(), "ch_3"),
              Imports.line("txn_4", "charge", 4_500, "", "ch_4")));
      Imports.matched(server, month);
      check();
      assertThat(row(nearly.feeId()))
          .isEqualTo(
              "CAPTURED, %d of %d, 30 explained".formatted(nearly.minor() - 30, nearly.minor()));
      assertThat(row(half.feeId()))
          .isEqualTo(
              "CAPTURED, %d of %d, %d open"
                  .formatted(half.minor() / 2, half.minor(), half.minor() - half.minor() / 2));

      refuseToGiveUpWhatIsNotOwed();
      long before = position();
      writeOff(paid.feeId());
      check();
      assertThat(row(paid.feeId()))
          .isEqualTo("CAPTURED, 0 of %1$d, %1$d written off".formatted(paid.minor()));
      assertThat(statedAsWrittenOff()).isEmpty();

      writeOff(owed.feeId());
      writeOff(euros.feeId());
      check();
      assertThat(row(owed.feeId()))
          .isEqualTo("WRITTEN_OFF, 0 of %1$d, %1$d written off".formatted(owed.minor()));
      assertThat(statedAsWrittenOff()).isEqualTo(Map.of("USD", owed.minor(), "EUR", euros.minor()));
      assertThat(statement("PLAN", owed.planId(), "USD").path("writtenOffMinor").longValue())
          .isEqualTo(owed.minor());
      assertThat(statement("PLAN", owed.planId(), "USD").path("closingMinor").longValue()).isZero();
      assertThat(statement("MONTH", month.toString(), "EUR").path("writtenOffMinor").longValue())
          .isEqualTo(euros.minor());
      var trail = desk.get("/v1/fee-trails/" + owed.feeId()).expect(200);
      assertThat(trail.text("/writtenOff/kind")).isEqualTo("WRITTEN_OFF");
      assertThat(trail.text("/writtenOff/reason")).isEqualTo("the customer is gone");
      assertThat(trail.text("/writtenOff/approvedBy")).isEqualTo("bob");

      Imports.matched(server, month);
      check();
      long between = position();
      withdraw(owed.feeId());
      check();
      assertThat(statedAsWrittenOff()).isEqualTo(Map.of("EUR", euros.minor()));
      assertThat(row(owed.feeId())).isEqualTo("OPEN, 0 of %1$d, %1$d open".formatted(owed.minor()));
      assertThat(desk.get("/v1/fee-trails/" + owed.feeId()).expect(200).at("/writtenOff").isNull())
          .isTrue();
      assertThat(before).isEqualTo(between);
      overtake(euros);
    }

    /// What was given up is paid after all.
    private void overtake(Owed fee) {
      fee.theCase().payQuoted().expect(201);
      server.awaitViews();
      check();
      assertThat(row(fee.feeId()))
          .isEqualTo("CAPTURED, 0 of %1$d, %1$d written off".formatted(fee.minor()));
      Imports.matched(server, month);
      check();
      var told = desk.get("/v1/exceptions?feeId=" + fee.feeId()).expect(200);
      assertThat(told.at("/data")).hasSize(1);
      assertThat(told.text("/data/0/kind")).isEqualTo("MISSING_PAYMENT");
      assertThat(told.text("/data/0/nextStep")).isEqualTo("Take the write-off back.");
      withdraw(fee.feeId());
      Imports.matched(server, month);
      check();
      assertThat(desk.get("/v1/exceptions?feeId=" + fee.feeId()).text("/data/0/reason"))
          .endsWith("and its money has not been found.");
      assertThat(statedAsWrittenOff()).isEmpty();
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
      assertThat(row(fee.feeId())).isEqualTo("CANCELLED, 0 of %d".formatted(fee.minor()));
      check();
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

    /// Whatever is asked for, it comes to what stands in the accounts.
    private void check() {
      var owed = accounts(List.of("RECEIVABLES"));
      for (var by : List.of("PLAN", "CASE", "REGION", "CENTRE")) {
        assertThat(sums(lines(by), "closingMinor")).as(by).isEqualTo(owed);
      }
      assertThat(closingOfTheLastMonth()).isEqualTo(owed);
      assertThat(sums(fees(), "open_minor"))
          .isEqualTo(accounts(List.of("RECEIVABLES", "CASH_CLEARING")));
      for (var row : fees()) {
        long settled =
            row.path("matched_minor").longValue()
                + row.path("explained_minor").longValue()
                + row.path("written_off_minor").longValue();
        boolean due = !row.path("status").stringValue().equals("CANCELLED");
        assertThat(row.path("open_minor").longValue())
            .as("%s", row)
            .isEqualTo(due ? row.path("fee_minor").longValue() - settled : 0);
      }
    }

    private Map<String, Long> accounts(List<String> accounts) {
      var sums = new TreeMap<String, Long>();
      desk.get("/v1/accounts")
          .expect(200)
          .at("/balances")
          .valueStream()
          .filter(row -> accounts.contains(row.path("account").stringValue()))
          .forEach(row -> add(sums, row, "balanceMinor"));
      return sums;
    }

    private List<JsonNode> lines(String by) {
      return statements(by).stream().flatMap(each -> each.path("lines").valueStream()).toList();
    }

    private List<JsonNode> statements(String by) {
      var all = new ArrayList<JsonNode>();
      var page = desk.get("/v1/fee-statements?pageSize=2&by=" + by).expect(200);
      page.at("/data").forEach(all::add);
      while (page.at("/hasMore").booleanValue()) {
        page = desk.get("/v1/fee-statements?pageSize=2&cursor=" + page.text("/next")).expect(200);
        page.at("/data").forEach(all::add);
      }
      return all;
    }

    private Map<String, Long> closingOfTheLastMonth() {
      return sums(
          statements("MONTH").getLast().path("lines").valueStream().toList(), "closingMinor");
    }

    private JsonNode statement(String by, String key, String currency) {
      return statements(by).stream()
          .filter(each -> each.path("key").stringValue().equals(key))
          .flatMap(each -> each.path("lines").valueStream())
          .filter(line -> line.path("currency").stringValue().equals(currency))
          .findFirst()
          .orElseThrow();
    }

    private Map<String, Long> statedAsWrittenOff() {
      return sums(lines("REGION"), "writtenOffMinor");
    }

    private List<JsonNode> fees() {
      return server
          .http()
          .get("/v1/exports/fees?format=JSONL")
          .expect(200)
          .body()
          .lines()
          .map(LedgerJson.mapper()::readTree)
          .toList();
    }

    /// How far a fee is, in words; what is nothing is not told.
    private String row(String feeId) {
      var row =
          fees().stream()
              .filter(each -> each.path("fee_id").stringValue().equals(feeId))
              .findFirst()
              .orElseThrow();
      return row.path("status").stringValue()
          + ", "
          + row.path("matched_minor")
          + " of "
          + row.path("fee_minor")
          + told(row, "explained_minor", "explained")
          + told(row, "written_off_minor", "written off")
          + told(row, "open_minor", "open");
    }

    private static String told(JsonNode row, String column, String word) {
      long minor = row.path(column).longValue();
      return minor == 0 ? "" : ", %d %s".formatted(minor, word);
    }

    private static Map<String, Long> sums(List<JsonNode> rows, String column) {
      var sums = new TreeMap<String, Long>();
      rows.forEach(row -> add(sums, row, column));
      return sums;
    }

    private static void add(Map<String, Long> sums, JsonNode row, String column) {
      sums.merge(row.path("currency").stringValue(), row.path(column).longValue(), Long::sum);
      sums.values().removeIf(minor -> minor == 0);
    }
  }
}
