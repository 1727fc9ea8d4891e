package org.planledger.api.finance.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.core.json.LedgerJson;
import tools.jackson.databind.JsonNode;

/// Asks everything that tells what is open, and sees that all of it says the same.
final class TiedFees {

  private final LedgerServer server;
  private final Desk desk;

  TiedFees(Desk desk) {
    this.server = desk.server();
    this.desk = desk;
  }

  /// Whatever is asked for, it comes to what stands in the accounts.
  void check() {
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
    assertThat(perFee(fees(), "open_minor")).isEqualTo(journal());
    assertThat(perFee(fees(), "matched_minor"))
        .isEqualTo(perFee(exported("matches"), "amount_minor"));
  }

  /// What the journal comes to for each fee, on the accounts where fees are waited for.
  private Map<String, Long> journal() {
    var sums = new TreeMap<String, Long>();
    exported("journal").stream()
        .filter(row -> Set.of(1100, 1200).contains(row.path("account").intValue()))
        .forEach(row -> addOfFee(sums, row, minor(row, "debit") - minor(row, "credit")));
    return sums;
  }

  private static long minor(JsonNode row, String column) {
    return row.path(column).isNull()
        ? 0
        : row.path(column).decimalValue().movePointRight(2).longValueExact();
  }

  private static Map<String, Long> perFee(List<JsonNode> rows, String column) {
    var sums = new TreeMap<String, Long>();
    rows.stream()
        .filter(row -> !row.path("fee_id").isNull())
        .forEach(row -> addOfFee(sums, row, row.path(column).longValue()));
    return sums;
  }

  private static void addOfFee(Map<String, Long> sums, JsonNode row, long minor) {
    sums.merge(row.path("fee_id").stringValue(), minor, Long::sum);
    sums.values().removeIf(sum -> sum == 0);
  }

  Map<String, Long> accounts(List<String> accounts) {
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
    return sums(statements("MONTH").getLast().path("lines").valueStream().toList(), "closingMinor");
  }

  JsonNode statement(String by, String key, String currency) {
    return statements(by).stream()
        .filter(each -> each.path("key").stringValue().equals(key))
        .flatMap(each -> each.path("lines").valueStream())
        .filter(line -> line.path("currency").stringValue().equals(currency))
        .findFirst()
        .orElseThrow();
  }

  Map<String, Long> statedAsWrittenOff() {
    return sums(lines("REGION"), "writtenOffMinor");
  }

  private List<JsonNode> fees() {
    return exported("fees");
  }

  private List<JsonNode> exported(String table) {
    return server
        .http()
        .get("/v1/exports/" + table + "?format=JSONL")
        .expect(200)
        .body()
        .lines()
        .map(LedgerJson.mapper()::readTree)
        .toList();
  }

  /// How far a fee is, in words; what is nothing is not told.
  String row(String feeId) {
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
