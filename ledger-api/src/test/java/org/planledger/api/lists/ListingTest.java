package org.planledger.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.store.LedgerEvents;
import tools.jackson.databind.JsonNode;

@OnEachServer
class ListingTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  ListingTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_list_is_read_page_by_page_and_shows_each_row_once() {
    var sold = new HashSet<String>();
    for (int i = 0; i < 5; i++) {
      sold.add(desk.sell("TWO_YEAR", "AU", "AUD").planId());
    }
    desk.server().awaitViews();
    var seen = new ArrayList<String>();
    var pages = 0;
    var page = desk.get("/v1/plans?region=AU&pageSize=2").expect(200);
    for (; ; pages++) {
      page.at("/data").forEach(row -> seen.add(row.path("planId").stringValue()));
      if (!page.at("/hasMore").booleanValue()) {
        break;
      }
      var link = page.header("Link").orElseThrow();
      assertThat(link).endsWith("; rel=\"next\"");
      var next = link.substring(1, link.indexOf('>'));
      assertThat(URI.create(next).getQuery()).endsWith("cursor=" + page.text("/next"));
      page = desk.get(next).expect(200);
    }
    assertThat(page.at("/next").isNull()).isTrue();
    assertThat(page.header("Link")).isEmpty();
    assertThat(pages).isGreaterThanOrEqualTo(2);
    assertThat(seen).doesNotHaveDuplicates().containsAll(sold);
  }

  @Test
  void nothing_goes_beside_a_cursor_but_the_page_size() {
    desk.sell("ONE_YEAR", "NZ", "NZD");
    desk.sell("ONE_YEAR", "NZ", "NZD");
    desk.server().awaitViews();
    var cursor = desk.get("/v1/plans?region=NZ&pageSize=1").text("/next");
    var refused = desk.get("/v1/plans?region=US&cursor=" + cursor).expect(400);
    assertThat(refused.text("/errors/0/code")).isEqualTo("DOES_NOT_FIT");
    assertThat(desk.get("/v1/cases?cursor=" + cursor).expect(400).text("/errors/0/pointer"))
        .isEqualTo("/cursor");
  }

  /// A cursor is a word that anybody can take apart and put together again.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'filters':{},'after':['!']",
        "'filters':{},'after':['-1']",
        "'filters':{},'after':['0']",
        "'filters':{},'after':['99999999999999999999']",
        "'filters':{},'after':[null]",
        "'filters':{},'after':null",
        "'filters':{'region':null},'after':['1']",
        "'filters':null,'after':['1']",
        "'filters':7,'after':['1']",
      })
  void a_cursor_that_no_list_gave_out_is_refused_by_all(String rest) {
    var plan = desk.sell("ONE_YEAR").path();
    for (var list :
        List.of(
            "/v1/events",
            "/v1/plans",
            "/v1/cases",
            "/v1/fees",
            "/v1/history",
            "/v1/decisions",
            "/v1/obligations",
            "/v1/coverage",
            "/v1/entitlements",
            "/v1/regions",
            "/v1/models",
            "/v1/terms",
            plan + "/events",
            plan + "/decisions")) {
      var json = "{'path':'%s',%s}".formatted(list, rest).replace('\'', '"');
      var cursor =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(json.getBytes(StandardCharsets.UTF_8));
      var refused = desk.get(list + "?cursor=" + cursor).expect(400);
      assertThat(refused.text("/errors/0/pointer")).as(list).isEqualTo("/cursor");
    }
  }

  @Test
  void a_list_waits_until_it_has_seen_a_command() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    var answer = plan.apply(plan.application("REPAIR", serial, "2023-03-01T20:00:00Z"));
    var position = answer.expect(201).at("/position").longValue();
    var cases = desk.get("/v1/cases?minPosition=" + position + "&open=true&pageSize=1000");
    assertThat(rows(cases, "caseId")).contains(answer.text("/caseId"));
    var history = desk.get("/v1/history?minPosition=" + position + "&planId=" + plan.planId());
    assertThat(rows(history, "type"))
        .containsExactly("PlanPurchased", "BoundToPlan", "DeviceBound", "CaseOpened");
  }

  @Test
  void a_list_that_cannot_catch_up_says_when_to_come_again() {
    var far = desk.server().part(LedgerEvents.class).head() + 1_000_000;
    var answer = desk.get("/v1/plans?minPosition=" + far).expect(503);
    assertThat(answer.text("/code")).isEqualTo("VIEW_BEHIND");
    assertThat(answer.header("Retry-After")).isPresent();
  }

  @Test
  void plans_are_found_by_what_is_left_of_them() {
    var plan = desk.sell("ONE_YEAR", "JP", "JPY");
    plan.bind(MAVIC);
    desk.server().awaitViews();
    var two = desk.get("/v1/plans?region=JP&service=REPLACEMENT&availableAtLeast=2&pageSize=1000");
    assertThat(rows(two, "planId")).contains(plan.planId());
    var three =
        desk.get("/v1/plans?region=JP&service=REPLACEMENT&availableAtLeast=3&pageSize=1000");
    assertThat(rows(three, "planId")).doesNotContain(plan.planId());
    var then = desk.get("/v1/plans?region=JP&status=ACTIVE&on=2023-06-01&pageSize=1000");
    assertThat(rows(then, "planId")).contains(plan.planId());
    var now = desk.get("/v1/plans?region=JP&status=ACTIVE&pageSize=1000");
    assertThat(rows(now, "planId")).doesNotContain(plan.planId());
  }

  @Test
  void entitlements_are_listed_service_by_service() {
    var plan = desk.sell("TWO_YEAR", "KR", "KRW");
    plan.bind(MAVIC);
    desk.server().awaitViews();
    var left = "/v1/entitlements?pageSize=1000&service=REPLACEMENT&availableAtLeast=";
    assertThat(rows(desk.get(left + 3), "planId")).contains(plan.planId());
    assertThat(rows(desk.get(left + 4), "planId")).doesNotContain(plan.planId());
    var unlimited = desk.get("/v1/entitlements?service=EXTENDED_WARRANTY&pageSize=1000");
    var row = rowOf(unlimited, plan.planId());
    assertThat(row.path("total").isNull()).isTrue();
    assertThat(row.path("ended").booleanValue()).isFalse();
  }

  @Test
  void windows_are_listed_by_their_end_and_end_with_their_plan() {
    var plan = desk.sell("ONE_YEAR", "KR", "KRW");
    plan.bind(MAVIC);
    desk.server().awaitViews();
    var until = "/v1/coverage?pageSize=1000&service=MAINTENANCE&endsBefore=";
    assertThat(rows(desk.get(until + "2024-01-16"), "planId")).contains(plan.planId());
    assertThat(rows(desk.get(until + "2024-01-15"), "planId")).doesNotContain(plan.planId());
    plan.step("exit-requests", Map.of("at", "2023-02-01T10:00:00Z")).expect(201);
    plan.step("exit-confirmations", Map.of("at", "2023-03-01T10:00:00Z")).expect(201);
    desk.server().awaitViews();
    var ended = rowOf(desk.get(until + "2024-01-15").expect(200), plan.planId());
    assertThat(ended.path("endsOn").stringValue()).startsWith("2023-03");
    assertThat(ended.at("/window/until").stringValue()).isEqualTo("2024-01-15");
  }

  @Test
  void money_that_is_due_back_is_an_obligation_until_it_is_paid() {
    var plan = desk.sell("TWO_YEAR");
    var serial = plan.bind(MAVIC);
    var a = plan.damage(serial, "2023-03-01");
    var b = plan.damage(serial, "2023-03-02");
    a.claim("DAMAGE").expect(201);
    b.claim("DAMAGE").expect(201);
    a.payQuoted().expect(201);
    b.payQuoted().expect(201);
    a.shipped(MAVIC);
    desk.server().awaitViews();
    var path = "/v1/obligations?kind=PAY_BACK&planId=" + plan.planId();
    var due = desk.get(path).expect(200).at("/data/0");
    assertThat(due.path("caseId").stringValue()).isEqualTo(b.caseId());
    b.refund(due.at("/due/minor").longValue(), "").expect(201);
    desk.server().awaitViews();
    assertThat(desk.get(path).at("/data")).isEmpty();
    assertThat(desk.get(path + "&settled=true").at("/data")).hasSize(1);
    var fee = desk.get("/v1/fees?status=REFUNDED&caseId=" + b.caseId()).at("/data");
    assertThat(fee).hasSize(1);
  }

  @Test
  void a_fee_is_listed_with_what_is_open_of_it() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    desk.server().awaitViews();
    var open = desk.get("/v1/fees?planId=" + plan.planId()).at("/data/0");
    assertThat(open.path("status").stringValue()).isEqualTo("OPEN");
    assertThat(open.at("/open/minor").longValue()).isEqualTo(15900);
    damage.payQuoted().expect(201);
    desk.server().awaitViews();
    var paid = desk.get("/v1/fees?caseId=" + damage.caseId()).at("/data/0");
    assertThat(paid.path("status").stringValue()).isEqualTo("PAID");
    assertThat(paid.at("/open/minor").longValue()).isZero();
  }

  @Test
  void the_whole_ledger_is_read_in_order_without_a_gap() {
    desk.sell("ONE_YEAR").bind(MAVIC);
    long expected = 1;
    for (var page = desk.get("/v1/events?pageSize=1000"); ; page = desk.get(next(page))) {
      for (var row : page.at("/data")) {
        assertThat(row.path("position").longValue()).isEqualTo(expected++);
      }
      if (!page.at("/hasMore").booleanValue()) {
        break;
      }
    }
    long head = desk.server().part(LedgerEvents.class).head();
    assertThat(expected - 1).isGreaterThan(2).isLessThanOrEqualTo(head);
    var last = desk.get("/v1/events?lastEventId=" + (expected - 2)).at("/data/0/position");
    assertThat(last.longValue()).isEqualTo(expected - 1);
  }

  @Test
  void the_ledger_is_filtered_by_plan_and_type() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    var all = desk.get("/v1/events?planId=" + plan.planId() + "&pageSize=1000");
    assertThat(rows(all, "type")).containsExactly("PlanPurchased", "BoundToPlan", "DeviceBound");
    var bound = desk.get("/v1/events?type=DeviceBound&planId=" + plan.planId());
    assertThat(rows(bound, "type")).containsExactly("DeviceBound");
  }

  @Test
  void the_catalogue_is_there_before_anything_is_sold() {
    var models = desk.get("/v1/models?pageSize=1000").expect(200);
    assertThat(rows(models, "model")).contains("MAVIC_3", "OSMO_ACTION_3", "RS_3_PRO");
    var regions = desk.get("/v1/regions?pageSize=1000").expect(200);
    assertThat(rows(regions, "region")).contains("US", "DE", "JP");
    var parts = desk.get("/v1/models/MAVIC_3/parts?service=REPLACEMENT&region=US").expect(200);
    assertThat(
            parts
                .at("/parts")
                .valueStream()
                .map(p -> p.path("part").stringValue() + " " + p.path("quantity").intValue()))
        .containsExactly("AIRCRAFT 1", "BATTERY 1", "CAMERA 1", "GIMBAL 1", "PROPELLER_PAIR 2");
    var terms = desk.get("/v1/terms/2022-10").expect(200);
    assertThat(terms.at("/plans/TWO_YEAR/replacementTotal").intValue()).isEqualTo(3);
    assertThat(terms.at("/sendBack/expressWorkingDays").intValue()).isEqualTo(3);
    assertThat(terms.at("/exclusions")).hasSize(26);
    assertThat(terms.at("/onSaleFrom").isNull()).isTrue();
    assertThat(desk.get("/v1/terms/2023-07").text("/onSaleFrom")).isEqualTo("2023-07-13");
    assertThat(terms.at("/repairDiscounts/USD/source").isString()).isTrue();
    assertThat(terms.at("/sameParts/PROPELLERS").toString()).isEqualTo("[\"PROPELLER_PAIR\"]");
    assertThat(terms.text("/reward/start/ONE_YEAR")).isEqualTo("PLAN_END");
    assertThat(desk.get("/v1/terms").at("/data/0")).isEqualTo(terms.json());
  }

  @Test
  void what_a_replacement_will_cost_is_known_before_anything_is_sold() {
    var fees = desk.get("/v1/models/MAVIC_3/fees?region=US&edition=2022-10").expect(200);

    assertThat(fees.text("/currency")).isEqualTo("USD");
    assertThat(
            fees.at("/replacements")
                .valueStream()
                .map(
                    row ->
                        "%s %s %d"
                            .formatted(
                                row.path("planType").stringValue(),
                                row.path("mode").stringValue(),
                                row.path("ordinal").intValue())))
        .containsExactly(
            "ONE_YEAR DAMAGE 1",
            "ONE_YEAR DAMAGE 2",
            "ONE_YEAR FLYAWAY 1",
            "ONE_YEAR FLYAWAY 2",
            "TWO_YEAR DAMAGE 1",
            "TWO_YEAR DAMAGE 2",
            "TWO_YEAR DAMAGE 3",
            "TWO_YEAR FLYAWAY 1",
            "TWO_YEAR FLYAWAY 2",
            "TWO_YEAR FLYAWAY 3");
    assertThat(fees.at("/replacements/0/fee/amount/minor").longValue()).isEqualTo(15_900);
    assertThat(fees.at("/repairDiscount"))
        .isEqualTo(desk.get("/v1/terms/2022-10").at("/repairDiscounts/USD"));
    assertThat(desk.get("/v1/models/MAVIC_3/fees").expect(400).text("/errors/0/pointer"))
        .isEqualTo("/region");
  }

  @Test
  void nothing_in_any_list_shows_a_serial() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    desk.server().awaitViews();
    for (var path :
        List.of(
            "/v1/plans?pageSize=1000",
            "/v1/history?pageSize=1000",
            "/v1/events?pageSize=1000&planId=" + plan.planId(),
            plan.path(),
            plan.path() + "/events?expand=state,diff,decision",
            plan.path() + "/decisions")) {
      assertThat(desk.get(path).expect(200).body()).as(path).doesNotContain(serial);
    }
  }

  private static List<String> rows(Answer page, String field) {
    return page.expect(200)
        .at("/data")
        .valueStream()
        .map(row -> row.path(field).stringValue())
        .toList();
  }

  private static JsonNode rowOf(Answer page, String planId) {
    return page.at("/data")
        .valueStream()
        .filter(row -> row.path("planId").stringValue().equals(planId))
        .findFirst()
        .orElseThrow();
  }

  private static String next(Answer page) {
    return "/v1/events?pageSize=1000&cursor=" + page.text("/next");
  }
}
