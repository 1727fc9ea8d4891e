package org.planledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.core.store.LedgerEvents;

/// Whatever a client does wrong is answered by a 4xx that names the place and what would help; no
/// event is written, and the ledger goes on.
@OnEachServer
class RefusingBadInputTest {
  private final Desk desk;
  private final LedgerEvents events;
  private long before;

  RefusingBadInputTest(LedgerServer server) {
    desk = new Desk(server);
    events = server.part(LedgerEvents.class);
  }

  @BeforeEach
  void remember() {
    before = events.head();
  }

  @AfterEach
  void the_ledger_goes_on() {
    desk.get("/v1/regions?pageSize=1").expect(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          effectiveOn      | "2023-01-09"                        | /effectiveOn        | TOO_EARLY
          effectiveOn      | "0000-01-01"                        | /effectiveOn        | UNREASONABLE_DATE
          effectiveOn      | "9999-12-31"                        | /effectiveOn        | UNREASONABLE_DATE
          effectiveOn      | 20230115                            | /effectiveOn        | WRONG_TYPE
          effectiveOn      | [2023, 1, 15]                       | /effectiveOn        | WRONG_TYPE
          purchasedAt      | "2023-01-10T12:00:00"               | /purchasedAt        | OFFSET_MISSING
          purchasedAt      | "2099-01-10T12:00:00Z"              | /purchasedAt        | IN_THE_FUTURE
          planType         | "THREE_YEAR"                        | /planType           | UNKNOWN_VALUE
          planType         | 0                                   | /planType           | WRONG_TYPE
          region           | "ZZ"                                | /region             | UNKNOWN_REGION
          region           | "Germany"                           | /region             | BAD_FORMAT
          acceptedTerms    | "october"                           | /acceptedTerms      | BAD_FORMAT
          pricePaid        | {"minor": -1, "currency": "USD"}    | /pricePaid/minor    | OUT_OF_RANGE
          pricePaid        | {"minor": 239.00, "currency": "USD"} | /pricePaid/minor   | WRONG_TYPE
          pricePaid        | {"minor": 23900, "currency": "EUR"} | /pricePaid/currency | FOREIGN_CURRENCY
          pricePaid        | {"minor": 23900}                    | /pricePaid/currency | MISSING
          holder           | {"accountId": ""}                   | /holder/accountId   | EMPTY
          holder           | {"accountId": "a", "e-mail": "a@b"} | /holder/e-mail      | UNKNOWN_FIELD
          holder           | {"accountId": "a", "email": "a"}    | /holder/email       | BAD_FORMAT
          holder           | {"accountId": "a\\u0000b"}          | /holder/accountId   | BAD_CHARACTER
          discount         | 5                                   | /discount           | UNKNOWN_FIELD
          """)
  void a_purchase_with_one_flaw_names_it(
      String field, String value, String pointer, FlawCode code) {
    var fields = raw(Desk.purchase("ONE_YEAR", "US", "USD", "bad input"));
    fields.put(field, value);
    assertFlaw(desk.http().post("/v1/plans", object(fields)), pointer, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          abc                                  | /serialNumber | BAD_FORMAT
          123456789012345678901234567890       | /serialNumber | BAD_FORMAT
          ABCD\\u00001234                      | /serialNumber | BAD_FORMAT
          ABCD\\u00071234                      | /serialNumber | BAD_FORMAT
          ÄBCD1234                             | /serialNumber | BAD_FORMAT
          ``                                   | /serialNumber | EMPTY
          """)
  void a_serial_that_cannot_be_one_is_refused(String serial, String pointer, FlawCode code) {
    var plan = desk.sell("ONE_YEAR");
    before = events.head();
    var fields = raw(SoldPlan.device("SERIAL", "MAVIC_3", "US"));
    fields.put("serialNumber", '"' + (serial == null ? "" : serial) + '"');
    assertFlaw(desk.http().post(plan.path() + "/devices", object(fields)), pointer, code);
  }

  @Test
  void a_serial_of_three_hundred_characters_is_refused() {
    var plan = desk.sell("ONE_YEAR");
    before = events.head();
    var device = SoldPlan.device("A".repeat(300), "MAVIC_3", "US");
    assertFlaw(
        desk.http().post(plan.path() + "/devices", Desk.json(device)),
        "/serialNumber",
        FlawCode.BAD_FORMAT);
  }

  @Test
  void an_unknown_model_is_refused_by_a_rule_that_points_at_it() {
    var plan = desk.sell("ONE_YEAR");
    before = events.head();
    var answer = plan.bind(SoldPlan.device(Desk.newSerial(), "MAVIC_99", "US")).expect(422);
    assertThat(answer.codes()).containsExactly("PRODUCT_UNKNOWN");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/model");
    assertThat(answer.at("/decision/remedies").toString()).isEqualTo("[\"USE_KNOWN_MODEL\"]");
    assertThat(events.head()).isEqualTo(before);
  }

  @Test
  void an_edition_that_is_not_on_sale_is_refused_by_a_rule_that_points_at_it() {
    var purchase = new LinkedHashMap<String, Object>(purchase());
    purchase.put("acceptedTerms", "1999-01");
    var answer = desk.post("/v1/plans", purchase).expect(422);
    assertThat(answer.codes()).containsExactly("TERMS_NOT_ACCEPTED");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/acceptedTerms");
    assertThat(events.head()).isEqualTo(before);
  }

  @Test
  void an_amount_that_is_not_the_quoted_fee_is_refused() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind("MAVIC_3"), "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    before = events.head();
    var answer = damage.pay(1, "USD", "SERVICE_FEE").expect(422);
    assertThat(answer.codes()).containsExactly("AMOUNT_NOT_AS_QUOTED");
    assertThat(answer.text("/detail")).startsWith("Open is 15900 minor units of USD");
    assertThat(events.head()).isEqualTo(before);
  }

  @Test
  void a_fee_in_a_foreign_currency_is_told_the_right_one() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind("MAVIC_3"), "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    before = events.head();
    var answer = damage.pay(15900, "EUR", "SERVICE_FEE");
    assertFlaw(answer, "/amount/currency", FlawCode.FOREIGN_CURRENCY);
    assertThat(answer.text("/errors/0/detail")).contains("USD");
  }

  @Test
  void what_belongs_to_an_express_request_is_not_silently_lost() {
    var plan = desk.sell("ONE_YEAR");
    var application = plan.application("REPAIR", plan.bind("MAVIC_3"), "2023-03-01T20:00:00Z");
    before = events.head();
    application.put("agreesToNoAssessment", true);
    assertFlaw(plan.apply(application), "/agreesToNoAssessment", FlawCode.DOES_NOT_FIT);
  }

  @Test
  void a_component_that_stands_twice_is_refused() {
    var plan = desk.sell("ONE_YEAR");
    var opened = plan.open("REPAIR", plan.bind("MAVIC_3"), "2023-03-01T20:00:00Z");
    before = events.head();
    var answer =
        opened.step(
            "receipts",
            Map.of(
                "receivedAt",
                "2023-03-02T20:00:00Z",
                "components",
                List.of(
                    Map.of("part", "BATTERY", "quantity", 1),
                    Map.of("part", "BATTERY", "quantity", 2))));
    assertFlaw(answer, "/components/1/part", FlawCode.DUPLICATE_VALUE);
  }

  @Test
  void a_body_of_a_megabyte_is_too_large() {
    var purchase = new LinkedHashMap<String, Object>(purchase());
    purchase.put("holder", Map.of("accountId", "x".repeat(1_000_000)));
    var answer = desk.http().post("/v1/plans", Desk.json(purchase)).expect(413);
    assertProblem(answer, "TOO_LARGE");
  }

  @Test
  void a_body_just_below_the_limit_is_read_and_its_flaws_are_named() {
    var purchase = new LinkedHashMap<String, Object>(purchase());
    purchase.put("holder", Map.of("accountId", "x".repeat(990_000)));
    assertFlaw(
        desk.http().post("/v1/plans", Desk.json(purchase)), "/holder/accountId", FlawCode.TOO_LONG);
  }

  @Test
  void ten_thousand_levels_of_nesting_are_refused() {
    var deep = "[".repeat(10_000) + "]".repeat(10_000);
    var answer = desk.http().post("/v1/plans", "{\"planType\": " + deep + "}").expect(400);
    assertThat(answer.text("/errors/0/code")).isEqualTo("TOO_DEEP");
  }

  @Test
  void a_duplicate_name_is_refused() {
    var json = Desk.json(purchase());
    var answer =
        desk.http()
            .post("/v1/plans", json.replace("{\"planType\"", "{\"region\":\"US\",\"planType\""));
    assertFlaw(answer, "/region", FlawCode.DUPLICATE_NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "\"text\"", "{", "{} {}", "<plan/>", "planType=1"})
  void anything_but_one_json_object_is_refused(String body) {
    var answer = desk.http().post("/v1/plans", body).expect(400);
    assertProblem(answer, "MALFORMED_REQUEST");
    assertThat(answer.at("/errors")).hasSize(1);
  }

  @Test
  void a_body_of_another_type_is_refused() {
    var answer =
        desk.http()
            .to("POST", "/v1/plans")
            .key(LedgerHttp.newKey())
            .header("Content-Type", "text/plain")
            .text(Desk.json(purchase()))
            .send()
            .expect(415);
    assertProblem(answer, "UNSUPPORTED_MEDIA_TYPE");
    assertThat(answer.header("Accept")).hasValue("application/json");
  }

  @Test
  void a_form_is_refused_too() {
    var answer =
        desk.http()
            .to("POST", "/v1/plans")
            .key(LedgerHttp.newKey())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .text("planType=ONE_YEAR&region=US")
            .send()
            .expect(415);
    assertProblem(answer, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void a_method_that_a_path_does_not_take_is_told_which_it_takes() {
    var answer = desk.http().to("DELETE", "/v1/plans").send().expect(405);
    assertProblem(answer, "METHOD_NOT_ALLOWED");
    assertThat(answer.header("Allow")).hasValue("GET, POST");
  }

  @Test
  void a_form_of_answer_that_there_is_not_is_refused() {
    var answer =
        desk.http().to("GET", "/v1/regions").header("Accept", "application/xml").send().expect(406);
    assertProblem(answer, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v2/plans",
        "/v1/plan",
        "/v1/plans/x/y/z",
        "/favicon.ico",
        "/v1/plans;status=ACTIVE",
        "/v1;x/plans",
        "/v1/regions/US;x"
      })
  void an_unknown_path_is_a_problem(String path) {
    assertProblem(desk.http().get(path).expect(404), "NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057,           404, UNKNOWN_PLAN",
    "/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057/events,    404, UNKNOWN_PLAN",
    "/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057/decisions, 404, UNKNOWN_PLAN",
    "/v1/plans/7,                                              400, MALFORMED_REQUEST",
    "/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057/decisions/0, 400, MALFORMED_REQUEST",
    "/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057/decisions/999999999, 404, UNKNOWN_DECISION",
    "/v1/devices/xyz,                                          400, MALFORMED_REQUEST",
    "/v1/models/MAVIC_99/parts,                                404, UNKNOWN_MODEL",
    "/v1/models/mavic/parts,                                   404, UNKNOWN_MODEL",
    "/v1/terms/1999-01,                                        404, UNKNOWN_EDITION",
    "/v1/terms/latest,                                         404, UNKNOWN_EDITION",
    "/v1/plans?statsu=ACTIVE,                                  400, MALFORMED_REQUEST",
    "/v1/plans?status=ALIVE,                                   400, MALFORMED_REQUEST",
    "/v1/plans?status=ACTIVE&status=EXPIRED,                   400, MALFORMED_REQUEST",
    "/v1/plans?availableAtLeast=2,                             400, MALFORMED_REQUEST",
    "/v1/plans?pageSize=0,                                     400, MALFORMED_REQUEST",
    "/v1/plans?pageSize=1001,                                  400, MALFORMED_REQUEST",
    "/v1/plans?pageSize=ten,                                   400, MALFORMED_REQUEST",
    "/v1/plans?cursor=nonsense,                                400, MALFORMED_REQUEST",
    "/v1/plans?minPosition=-1,                                 400, MALFORMED_REQUEST",
    "/v1/plans?region=ZZ,                                      400, MALFORMED_REQUEST",
    "/v1/history?from=2023-01-01,                              400, MALFORMED_REQUEST",
    "/v1/history?traceId=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 400, MALFORMED_REQUEST",
    "/v1/decisions?outcome=MAYBE,                              400, MALFORMED_REQUEST",
    "/v1/decisions?code=NO_SUCH_GROUND,                        400, MALFORMED_REQUEST",
    "/v1/decisions?serialNumber=ABCD1234,                      400, MALFORMED_REQUEST",
    "/v1/history?serialNumber=ABCD1234,                        400, MALFORMED_REQUEST",
    "/v1/fees?planId=7,                                        400, MALFORMED_REQUEST",
    "/v1/fees?currency=ZZZ,                                    400, MALFORMED_REQUEST",
    "/v1/cases?dueBefore=soon,                                 400, MALFORMED_REQUEST",
    "/v1/terms?edition=2022-10,                                400, MALFORMED_REQUEST",
    "/v1/plans?status=%zz,                                     400, MALFORMED_REQUEST",
    "/v1/plans?status=%00,                                     400, MALFORMED_REQUEST",
  })
  void a_read_with_a_flaw_is_refused(String path, int status, String code) {
    assertProblem(raw("GET", path).expect(status), code);
  }

  /// Every read that can be asked of the past refuses a point of it that cannot be meant, and names
  /// the parameter.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/plans",
        "/v1/cases",
        "/v1/fees",
        "/v1/obligations",
        "/v1/coverage",
        "/v1/entitlements",
        "{plan}",
        "{plan}/events",
        "{plan}/decisions",
        "{case}",
        "{case}/offers",
        "{device}",
        "{device}/lineage",
        "{device}/eligibility",
      })
  void a_point_of_the_past_that_cannot_be_meant_is_refused(String read) {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind("MAVIC_3");
    var opened = plan.open("REPAIR", serial, "2023-03-01T20:00:00Z");
    before = events.head();
    var path =
        read.replace("{plan}", plan.path())
            .replace("{case}", opened.path())
            .replace("{device}", "/v1/devices/" + desk.lookUp(serial).text("/deviceId"));
    assertRefused(path + "?atPosition=0", "/atPosition", FlawCode.OUT_OF_RANGE);
    assertRefused(path + "?atPosition=first", "/atPosition", FlawCode.WRONG_TYPE);
    assertRefused(path + "?atPosition=999999999", "/atPosition", FlawCode.OUT_OF_RANGE);
    assertRefused(path + "?asOf=2019-01-01T00:00:00Z", "/asOf", FlawCode.TOO_FAR_BACK);
    assertRefused(path + "?asOf=2099-01-01T00:00:00Z", "/asOf", FlawCode.IN_THE_FUTURE);
    var soon = java.time.Instant.now().plusSeconds(60);
    assertRefused(path + "?asOf=" + soon, "/asOf", FlawCode.IN_THE_FUTURE);
    assertRefused(path + "?asOf=2023-01-01", "/asOf", FlawCode.BAD_FORMAT);
    assertRefused(
        path + "?asOf=2023-01-01T00:00:00Z&atPosition=1", "/atPosition", FlawCode.DOES_NOT_FIT);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                        /fromSequence, MISSING",
    "?toSequence=1,                             /fromSequence, MISSING",
    "?fromSequence=0&fromPosition=1,            /fromSequence, DOES_NOT_FIT",
    "?fromSequence=0&toAsOf=2023-01-01T00:00:00Z&toSequence=1, /toSequence, DOES_NOT_FIT",
    "?fromSequence=77,                          /fromSequence, OUT_OF_RANGE",
    "?fromSequence=0&toSequence=77,             /toSequence,   OUT_OF_RANGE",
    "?fromPosition=0,                           /fromPosition, OUT_OF_RANGE",
    "?fromPosition=999999999,                   /fromPosition, OUT_OF_RANGE",
    "?fromSequence=0&toPosition=999999999,      /toPosition,   OUT_OF_RANGE",
    "?fromAsOf=2019-01-01T00:00:00Z,            /fromAsOf,     TOO_FAR_BACK",
    "?fromSequence=0&toAsOf=2099-01-01T00:00:00Z, /toAsOf,     IN_THE_FUTURE",
    "?fromSequence=0&fromOn=yesterday,          /fromOn,       BAD_FORMAT",
    "?from=0,                                   /from,         UNKNOWN_PARAMETER",
  })
  void a_comparison_of_what_cannot_be_meant_is_refused(
      String query, String pointer, FlawCode code) {
    var plan = desk.sell("ONE_YEAR");
    before = events.head();
    assertRefused(plan.path() + "/comparison" + query, pointer, code);
  }

  @Test
  void a_search_by_serial_names_what_is_wrong_with_it() {
    var search = Map.of("serialNumber", "abc", "reason", "audit");
    assertFlaw(desk.post("/v1/history-searches", search), "/serialNumber", FlawCode.BAD_FORMAT);
    assertFlaw(
        desk.post("/v1/history-searches", Map.of("serialNumber", Desk.newSerial())),
        "/reason",
        FlawCode.MISSING);
    assertFlaw(
        desk.post(
            "/v1/history-searches",
            Map.of("serialNumber", Desk.newSerial(), "reason", "audit", "planId", "x")),
        "/planId",
        FlawCode.UNKNOWN_FIELD);
  }

  private void assertRefused(String path, String pointer, FlawCode code) {
    var answer = desk.get(path).expect(400);
    assertProblem(answer, "MALFORMED_REQUEST");
    assertThat(answer.text("/errors/0/in")).as(path).isEqualTo("QUERY");
    assertThat(answer.text("/errors/0/pointer")).as(path).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/code")).as(path).isEqualTo(code.name());
    assertThat(answer.text("/errors/0/detail")).as(path).isNotBlank();
    assertThat(events.head()).isEqualTo(before);
  }

  @Test
  void a_command_on_an_unknown_plan_or_case_is_told_so_and_keeps_nothing() {
    var nowhere = "/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057";
    var unlink = Map.of("kind", "ACCOUNT", "unlinkedAt", "2023-02-01T10:00:00Z");
    assertProblem(desk.post(nowhere + "/unlinks", unlink).expect(404), "UNKNOWN_PLAN");
    var plan = desk.sell("ONE_YEAR");
    before = events.head();
    var end = Map.of("at", "2023-02-01T10:00:00Z", "reason", "none");
    var missing = plan.path() + "/cases/01890a5d-ac96-774b-bcce-b302099a8057";
    assertProblem(desk.post(missing + "/withdrawals", end).expect(404), "UNKNOWN_CASE");
    assertProblem(desk.get(missing).expect(404), "UNKNOWN_CASE");
    assertThat(events.head()).isEqualTo(before);
  }

  @Test
  void a_request_that_is_no_http_is_a_problem_too() {
    // The servlet container refuses these by itself.
    for (var path : List.of("/v1/plans/%", "/v1/plans/..%2f..%2fetc", "/v1/plans;/x%00")) {
      var answer = raw("GET", path);
      assertThat(answer.status()).as(path).isBetween(400, 404);
      assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception", "tomcat", "Tomcat");
    }
  }

  @Test
  void what_the_container_cannot_do_is_the_fault_of_the_request() {
    // What follows the version begins another header, which takes the rest of the line.
    for (var target :
        List.of(
            "/v1/plans HTTP/9.9\r\nRest:",
            "/v1/plans HTTP/1.1\r\nTransfer-Encoding: rot13\r\nRest:",
            "/v1/plans HTTP/1.1\r\nExpect: miracles\r\nRest:")) {
      var answer = raw("POST", target).expect(400);
      assertThat(answer.text("/code")).as(target).isEqualTo("MALFORMED_REQUEST");
      assertThat(answer.at("/status").intValue()).as(target).isEqualTo(400);
    }
    assertThat(raw("CONNECT", "localhost:80").expect(400).text("/code"))
        .isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void a_name_of_a_client_that_cannot_be_one_is_refused() {
    var answer =
        desk.http()
            .to("POST", "/v1/plans")
            .key(LedgerHttp.newKey())
            .header("Ledger-Actor", "x".repeat(65))
            .json(Desk.json(purchase()))
            .send()
            .expect(400);
    assertThat(answer.text("/errors/0/in")).isEqualTo("HEADER");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/Ledger-Actor");
  }

  private static Map<String, Object> purchase() {
    return Desk.purchase("ONE_YEAR", "US", "USD", "bad input");
  }

  /// The fields of a request as JSON texts, so that one of them can be anything.
  private static Map<String, String> raw(Map<String, Object> request) {
    var fields = new HashMap<String, String>();
    request.forEach((name, value) -> fields.put(name, Desk.json(value)));
    return fields;
  }

  private static String object(Map<String, String> fields) {
    var json = new StringBuilder("{");
    fields.forEach(
        (name, value) -> {
          json.append(json.length() == 1 ? "" : ",");
          json.append('"').append(name).append("\":").append(value);
        });
    return json.append('}').toString();
  }

  private Answer raw(String method, String target) {
    return RawHttp.send(desk.server().port(), method, target);
  }

  private void assertFlaw(Answer answer, String pointer, FlawCode code) {
    assertProblem(answer.expect(400), "MALFORMED_REQUEST");
    assertThat(answer.at("/errors")).as("%s", answer).hasSize(1);
    assertThat(answer.text("/errors/0/in")).isEqualTo("BODY");
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(answer.text("/errors/0/code")).isEqualTo(code.name());
    assertThat(answer.text("/errors/0/detail")).isNotBlank();
    assertThat(events.head()).isEqualTo(before);
  }

  /// A whole problem, whose type is a page for people.
  private void assertProblem(Answer answer, String code) {
    assertThat(answer.header("Content-Type").orElse("")).isEqualTo("application/problem+json");
    assertThat(answer.text("/code")).isEqualTo(code);
    assertThat(answer.at("/status").intValue()).isEqualTo(answer.status());
    assertThat(answer.text("/title")).isNotBlank();
    assertThat(answer.text("/detail")).isNotBlank();
    assertThat(answer.text("/traceId")).matches("[0-9a-f]{32}");
    var page = desk.http().get(answer.text("/type")).expect(200);
    assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body()).contains(code);
  }
}
