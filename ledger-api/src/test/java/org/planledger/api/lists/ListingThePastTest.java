package org.planledger.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.store.LedgerEvents;
import tools.jackson.databind.JsonNode;

/// A list as of a moment is the list as it was answered then.
@OnEachServer
class ListingThePastTest {
  private static final String MAVIC = "MAVIC_3";

  private static final List<String> LISTS =
      List.of(
          "/v1/plans?on=2023-06-01",
          "/v1/plans?on=2023-06-01&region=US&status=ACTIVE&service=REPLACEMENT&availableAtLeast=2",
          "/v1/plans?on=2023-06-01&model=MAVIC_3",
          "/v1/entitlements?service=REPLACEMENT",
          "/v1/coverage?service=MAINTENANCE",
          "/v1/coverage?covering=2023-06-01",
          "/v1/cases?open=true",
          "/v1/cases?stage=CLAIMED",
          "/v1/fees?status=OPEN",
          "/v1/fees?region=US",
          "/v1/obligations?settled=false",
          "/v1/obligations?settled=true",
          "/v1/history?from=2020-01-01T00:00:00Z",
          "/v1/history?type=DamageAssessed");

  private final Desk desk;

  ListingThePastTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void every_list_of_the_past_is_what_was_answered_then() {
    var plan = desk.sell("TWO_YEAR");
    var serial = plan.bind(MAVIC);
    var a = plan.damage(serial, "2023-03-01");
    var b = plan.damage(serial, "2023-03-02");
    a.claim("DAMAGE").expect(201);
    b.claim("DAMAGE").expect(201);
    var claimed = answers();
    a.payQuoted().expect(201);
    b.payQuoted().expect(201);
    a.shipped(MAVIC);
    var shipped = answers();
    var due = desk.get("/v1/obligations?kind=PAY_BACK&planId=" + plan.planId()).at("/data/0");
    b.refund(due.at("/due/minor").longValue(), "").expect(201);
    plan.step("exit-requests", Map.of("at", "2023-03-20T10:00:00Z"));
    desk.server().awaitViews();
    for (var then : List.of(claimed, shipped)) {
      then.rows()
          .forEach(
              (list, rows) ->
                  assertThat(all(list + "&atPosition=" + then.position()))
                      .as("%s at %d", list, then.position())
                      .isEqualTo(rows));
    }
    assertThat(claimed.rows()).isNotEqualTo(shipped.rows());
  }

  @Test
  void a_moment_stands_for_what_had_been_recorded_by_then() {
    var plan = desk.sell("ONE_YEAR", "AU", "AUD");
    var sold = desk.get(plan.path() + "/events").text("/data/0/recordedAt");
    plan.bind(MAVIC);
    var then = desk.get("/v1/plans?region=AU&pageSize=1000&asOf=" + sold).expect(200);
    assertThat(row(then, plan.planId()).path("deviceId").isNull()).isTrue();
    var now = desk.get("/v1/plans?region=AU&pageSize=1000&atPosition=" + head()).expect(200);
    assertThat(row(now, plan.planId()).path("deviceId").isString()).isTrue();
    assertThat(now.header("Ledger-Position")).hasValue(String.valueOf(head()));
  }

  @Test
  void the_status_of_the_past_is_that_of_its_own_day() {
    var plan = desk.sell("ONE_YEAR", "NZ", "NZD");
    plan.bind(MAVIC);
    var list = "/v1/plans?region=NZ&pageSize=1000&atPosition=" + head();
    assertThat(row(desk.get(list), plan.planId()).path("status").stringValue())
        .isEqualTo("EXPIRED");
    assertThat(row(desk.get(list + "&on=2023-06-01"), plan.planId()).path("status").stringValue())
        .isEqualTo("ACTIVE");
  }

  @Test
  void all_pages_are_of_the_moment_of_the_first() {
    for (int i = 0; i < 4; i++) {
      desk.sell("ONE_YEAR", "HK", "HKD");
    }
    var now = java.time.Instant.now();
    var first = desk.get("/v1/plans?region=HK&pageSize=2&asOf=" + now).expect(200);
    var position = first.header("Ledger-Position").orElseThrow();
    var late = desk.sell("ONE_YEAR", "HK", "HKD");
    var seen = new ArrayList<>(ids(first));
    var page = first;
    while (page.at("/hasMore").booleanValue()) {
      var link = page.header("Link").orElseThrow();
      page = desk.get(URI.create(link.substring(1, link.indexOf('>'))).toString()).expect(200);
      assertThat(page.header("Ledger-Position")).hasValue(position);
      seen.addAll(ids(page));
    }
    assertThat(seen).doesNotHaveDuplicates().doesNotContain(late.planId());
    assertThat(seen)
        .isEqualTo(ids(desk.get("/v1/plans?region=HK&pageSize=1000&atPosition=" + position)));
  }

  @Test
  void a_list_of_the_past_waits_for_its_view_by_itself() {
    var plan = desk.sell("ONE_YEAR", "JP", "JPY");
    var listed = desk.get("/v1/plans?region=JP&pageSize=1000&atPosition=" + head());
    assertThat(ids(listed)).contains(plan.planId());
  }

  /// What all lists answered when an event was the last.
  private record Answers(long position, Map<String, List<JsonNode>> rows) {}

  private Answers answers() {
    desk.server().awaitViews();
    var rows = new LinkedHashMap<String, List<JsonNode>>();
    LISTS.forEach(list -> rows.put(list, all(list)));
    return new Answers(head(), rows);
  }

  private List<JsonNode> all(String list) {
    var page = desk.get(list + "&pageSize=1000").expect(200);
    var rows = new ArrayList<>(page.at("/data").valueStream().toList());
    while (page.at("/hasMore").booleanValue()) {
      var path = list.substring(0, list.indexOf('?'));
      page = desk.get(path + "?pageSize=1000&cursor=" + page.text("/next")).expect(200);
      rows.addAll(page.at("/data").valueStream().toList());
    }
    return rows;
  }

  private long head() {
    return desk.server().part(LedgerEvents.class).head();
  }

  private static List<String> ids(Answer page) {
    return page.expect(200)
        .at("/data")
        .valueStream()
        .map(row -> row.path("planId").stringValue())
        .toList();
  }

  private static JsonNode row(Answer page, String planId) {
    return page.expect(200)
        .at("/data")
        .valueStream()
        .filter(row -> row.path("planId").stringValue().equals(planId))
        .findFirst()
        .orElseThrow();
  }
}
