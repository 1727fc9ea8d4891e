package org.planledger.api.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.core.store.LedgerEvents;
import tools.jackson.databind.JsonNode;

@OnEachServer
class ReadingTheFeeLedgerTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  ReadingTheFeeLedgerTest(LedgerServer server) {
    desk = new Desk(server);
  }

  /// A plan with a replacement that was paid for and one that is still to be paid.
  private SoldPlan twoFees() {
    var plan = desk.sell("TWO_YEAR");
    var next = plan.replaced(plan.bind(MAVIC), MAVIC, "2023-03-01");
    plan.damage(next, "2023-04-01").claim("DAMAGE").expect(201);
    desk.server().awaitViews();
    return plan;
  }

  @Test
  void what_happened_to_the_fees_of_a_plan_is_listed_oldest_first() {
    var plan = twoFees();
    var listed = desk.get("/v1/fee-movements?planId=" + plan.planId()).expect(200);
    assertThat(kinds(listed)).containsExactly("QUOTED", "CAPTURED", "QUOTED");
    assertThat(listed.header("Ledger-Position")).contains(String.valueOf(head()));
    assertThat(kinds(desk.get("/v1/fee-movements?kind=CAPTURED&planId=" + plan.planId())))
        .containsExactly("CAPTURED");
    var fee = listed.text("/data/0/feeId");
    assertThat(kinds(desk.get("/v1/fee-movements?feeId=" + fee)))
        .containsExactly("QUOTED", "CAPTURED");
    var theCase = listed.text("/data/2/caseId");
    assertThat(kinds(desk.get("/v1/fee-movements?caseId=" + theCase))).containsExactly("QUOTED");
    var second = listed.at("/data/1/position").longValue();
    assertThat(
            kinds(
                desk.get(
                    "/v1/fee-movements?afterPosition=%d&planId=%s"
                        .formatted(second, plan.planId()))))
        .containsExactly("QUOTED");
    assertThat(
            kinds(
                desk.get(
                    "/v1/fee-movements?atPosition=%d&planId=%s".formatted(second, plan.planId()))))
        .containsExactly("QUOTED", "CAPTURED");
  }

  @Test
  void a_movement_is_shown_with_its_entry_and_the_way_to_where_it_comes_from() {
    var plan = twoFees();
    var listed = desk.get("/v1/fee-movements?kind=CAPTURED&planId=" + plan.planId());
    var id = listed.text("/data/0/movementId");
    var movement = desk.get("/v1/fee-movements/" + id).expect(200);
    assertThat(movement.at("/movement")).isEqualTo(listed.at("/data/0"));
    assertThat(movement.at("/ofFee/1")).isEqualTo(movement.at("/movement"));
    assertThat(movement.at("/ofFee")).hasSize(2);
    long minor = movement.at("/movement/amount/minor").longValue();
    assertThat(movement.text("/entry/lines/0/account")).isEqualTo("CASH_CLEARING");
    assertThat(movement.at("/entry/lines/0/debitMinor").longValue()).isEqualTo(minor);
    assertThat(movement.text("/entry/lines/1/account")).isEqualTo("RECEIVABLES");
    assertThat(movement.at("/entry/lines/1/creditMinor").longValue()).isEqualTo(minor);
    assertThat(movement.text("/movement/clause")).isEqualTo("2.5.1");
    for (var link : movement.at("/links").properties()) {
      var there = desk.get(link.getValue().stringValue()).expect(200);
      switch (link.getKey()) {
        case "event" ->
            assertThat(there.text("/data/0/eventId")).isEqualTo(movement.text("/movement/eventId"));
        case "plan" -> assertThat(there.text("/planId")).isEqualTo(plan.planId());
        case "case" ->
            assertThat(there.text("/caseId")).isEqualTo(movement.text("/movement/caseId"));
        case "fee" -> assertThat(kinds(there)).containsExactly("QUOTED", "CAPTURED");
        case "decisions" -> assertThat(there.body()).contains("\"clause\":\"2.5.1\"");
        default -> throw new AssertionError("nobody expects a link to " + link.getKey());
      }
    }
  }

  @Test
  void a_movement_that_never_was_is_unknown() {
    for (var id : List.of("1", "999999999.1", "x", "1.0")) {
      var unknown = desk.get("/v1/fee-movements/" + id).expect(404);
      assertThat(unknown.text("/code")).isEqualTo("UNKNOWN_MOVEMENT");
    }
  }

  @Test
  void a_statement_opens_with_what_was_owed_and_closes_with_what_is() {
    var plan = twoFees();
    var movements = desk.get("/v1/fee-movements?planId=" + plan.planId());
    long first = movements.at("/data/0/amount/minor").longValue();
    long second = movements.at("/data/2/amount/minor").longValue();
    long quoted = movements.at("/data/0/position").longValue();
    var whole = line(statement("CENTRE", "region=US&centreId=CENTRE-1&currency=USD", "CENTRE-1"));
    assertThat(whole.get("closingMinor"))
        .isEqualTo(
            whole.get("openingMinor")
                + whole.get("quotedMinor")
                - whole.get("capturedMinor")
                - whole.get("cancelledMinor")
                - whole.get("writtenOffMinor"));
    assertThat(line(statement("PLAN", "atPosition=" + head(), plan.planId())))
        .isEqualTo(flow(0, first + second, first, second));
    assertThat(line(statement("PLAN", "afterPosition=" + quoted, plan.planId())))
        .isEqualTo(flow(first, second, first, second));
    assertThat(line(statement("PLAN", "atPosition=" + quoted, plan.planId())))
        .isEqualTo(flow(0, first, 0, first));
    var theCase = movements.text("/data/2/caseId");
    assertThat(line(statement("CASE", "atPosition=" + head(), theCase)))
        .isEqualTo(flow(0, second, 0, second));
    var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    assertThat(line(statement("PLAN", "from=" + tomorrow, plan.planId())))
        .isEqualTo(flow(second, 0, 0, second));
  }

  @Test
  void statements_of_any_kind_come_to_what_the_accounts_say_is_owed() {
    twoFees();
    var at = head();
    var owed = new HashMap<String, Long>();
    desk.get("/v1/accounts?atPosition=" + at)
        .expect(200)
        .at("/balances")
        .valueStream()
        .filter(row -> row.path("account").stringValue().equals("RECEIVABLES"))
        .forEach(
            row ->
                owed.put(row.path("currency").stringValue(), row.path("balanceMinor").longValue()));
    for (var by : List.of("PLAN", "CASE", "REGION", "CENTRE")) {
      var closing = new HashMap<String, Long>();
      for (var row : all("/v1/fee-statements?pageSize=7&by=%s&atPosition=%d".formatted(by, at))) {
        row.path("lines")
            .forEach(
                line ->
                    closing.merge(
                        line.path("currency").stringValue(),
                        line.path("closingMinor").longValue(),
                        Long::sum));
      }
      assertThat(closing).as(by).isEqualTo(owed);
    }
    var months = all("/v1/fee-statements?by=MONTH&atPosition=" + at);
    months
        .getLast()
        .path("lines")
        .forEach(
            line ->
                assertThat(line.path("closingMinor").longValue())
                    .isEqualTo(owed.get(line.path("currency").stringValue())));
  }

  @Test
  void all_accounts_of_a_currency_together_come_to_nothing() {
    twoFees();
    var accounts = desk.get("/v1/accounts").expect(200);
    var sums = new HashMap<String, Long>();
    accounts
        .at("/balances")
        .forEach(
            row -> {
              assertThat(row.path("balanceMinor").longValue())
                  .isEqualTo(
                      row.path("debitMinor").longValue() - row.path("creditMinor").longValue());
              sums.merge(
                  row.path("currency").stringValue(),
                  row.path("balanceMinor").longValue(),
                  Long::sum);
            });
    assertThat(sums).isNotEmpty();
    assertThat(sums.values()).allMatch(sum -> sum == 0);
    assertThat(accounts.at("/position").longValue()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/fee-statements, /by",
    "/v1/fee-statements?by=DAY, /by",
    "/v1/fee-statements?by=PLAN&from=2026-02-30, /from",
    "/v1/fee-statements?by=PLAN&from=2026-03-02&to=2026-03-02, /to",
    "/v1/fee-statements?by=PLAN&currency=usd, /currency",
    "/v1/fee-statements?by=PLAN&currency=ZZZ, /currency",
    "/v1/fee-statements?by=PLAN&region=usa, /region",
    "/v1/fee-statements?by=PLAN&atPosition=0, /atPosition",
    "/v1/fee-statements?by=PLAN&atPosition=999999999, /atPosition",
    "/v1/fee-statements?by=PLAN&afterPosition=999999999, /afterPosition",
    "/v1/fee-statements?by=PLAN&afterPosition=-1, /afterPosition",
    "/v1/fee-statements?by=PLAN&asOf=2020-01-01T00:00:00Z, /asOf",
    "/v1/fee-statements?cursor=abc, /cursor",
    "/v1/fee-statements?by=PLAN&colour=red, /colour",
    "/v1/accounts?atPosition=x, /atPosition",
    "/v1/accounts?currency=USD, /currency",
    "/v1/fee-movements?kind=PAID, /kind",
    "/v1/fee-movements?planId=7, /planId",
    "/v1/fee-movements?caseId=7, /caseId",
    "/v1/fee-movements?feeId=, /feeId",
    "/v1/fee-movements?currency=ZZZ, /currency",
    "/v1/exports/fees?format=PDF, /format",
    "/v1/exports/fees?afterPosition=1, /afterPosition",
    "/v1/exports/journal?atPosition=999999999, /atPosition",
    "/v1/exports/journal?afterPosition=999999999, /afterPosition"
  })
  void a_parameter_that_cannot_be_meant_is_refused_by_its_name(String path, String pointer) {
    desk.sell("ONE_YEAR");
    desk.server().awaitViews();
    var refused = desk.get(path).expect(400);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void a_cursor_of_statements_is_good_for_them_only() {
    twoFees();
    twoFees();
    var cursor = desk.get("/v1/fee-statements?by=PLAN&pageSize=1").text("/next");
    assertThat(desk.get("/v1/fee-movements?cursor=" + cursor).expect(400).text("/errors/0/pointer"))
        .isEqualTo("/cursor");
    desk.get("/v1/fee-statements?cursor=" + cursor).expect(200);
  }

  private JsonNode statement(String by, String rest, String key) {
    return all("/v1/fee-statements?pageSize=1000&by=%s&%s".formatted(by, rest)).stream()
        .filter(row -> row.path("key").stringValue().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> all(String path) {
    var rows = new ArrayList<JsonNode>();
    var page = desk.get(path).expect(200);
    page.at("/data").forEach(rows::add);
    var list = path.substring(0, path.indexOf('?'));
    while (page.at("/hasMore").booleanValue()) {
      page = desk.get("%s?pageSize=7&cursor=%s".formatted(list, page.text("/next"))).expect(200);
      page.at("/data").forEach(rows::add);
    }
    return rows;
  }

  private static Map<String, Long> line(JsonNode statement) {
    assertThat(statement.path("lines")).hasSize(1);
    var line = statement.path("lines").get(0);
    var amounts = new HashMap<String, Long>();
    line.properties().stream()
        .filter(each -> each.getValue().isNumber())
        .forEach(each -> amounts.put(each.getKey(), each.getValue().longValue()));
    return amounts;
  }

  private static Map<String, Long> flow(long opening, long quoted, long captured, long closing) {
    return Map.of(
        "openingMinor",
        opening,
        "quotedMinor",
        quoted,
        "capturedMinor",
        captured,
        "refundedMinor",
        0L,
        "cancelledMinor",
        0L,
        "writtenOffMinor",
        0L,
        "closingMinor",
        closing);
  }

  private long head() {
    return desk.server().part(LedgerEvents.class).head();
  }

  private static List<String> kinds(Answer listed) {
    return listed
        .expect(200)
        .at("/data")
        .valueStream()
        .map(row -> row.path("kind").stringValue())
        .toList();
  }
}
