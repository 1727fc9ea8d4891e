package org.planledger.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.ReadRow;

/// An auditor finds what was recorded and what was refused without knowing the plan.
@OnEachServer
class SearchingTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  SearchingTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void refusals_are_found_by_who_asked_and_on_what_ground() {
    var actor = newActor();
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    var refused = unlinkAs(actor, plan).expect(422);
    var found = decisions("actor=" + actor + "&outcome=REFUSED");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst()).isEqualTo(desk.get(refused.text("/instance")).json());
    var code = refused.codes().getFirst();
    var rule =
        found
            .getFirst()
            .at("/decision/conditions")
            .valueStream()
            .filter(condition -> !condition.path("holds").booleanValue())
            .findFirst()
            .orElseThrow();
    for (var filter :
        List.of(
            "code=" + code,
            "command=RecordUnlink",
            "client=trial",
            "rule=" + rule.path("rule").stringValue(),
            "clause=" + rule.path("clause").stringValue(),
            "from=" + found.getFirst().path("recordedAt").stringValue())) {
      assertThat(decisions("actor=" + actor + "&" + filter)).as(filter).isEqualTo(found);
    }
    for (var filter :
        List.of(
            "outcome=ACCEPTED",
            "code=FEE_NOT_PAID",
            "command=OpenCase",
            "client=nobody",
            "rule=R-9.9-99",
            "clause=9.9",
            "from=" + Instant.parse(recordedAt(found)).plusNanos(1_000),
            "to=" + recordedAt(found))) {
      assertThat(decisions("actor=" + actor + "&" + filter)).as(filter).isEmpty();
    }
  }

  @Test
  void accepted_commands_are_found_too_page_by_page() {
    var actor = newActor();
    var plan = desk.sell("ONE_YEAR");
    var serial = Desk.newSerial();
    desk.postAs(actor, plan.path() + "/devices", SoldPlan.device(serial, MAVIC, "US")).expect(201);
    unlinkAs(actor, plan).expect(422);
    unlinkAs(actor, plan).expect(422);
    var all = decisions("actor=" + actor);
    assertThat(all.stream().map(d -> d.at("/decision/outcome").stringValue()))
        .containsExactly("ACCEPTED", "REFUSED", "REFUSED");
    var seen = new ArrayList<>();
    var page = desk.get("/v1/decisions?pageSize=2&actor=" + actor).expect(200);
    page.at("/data").forEach(seen::add);
    while (page.at("/hasMore").booleanValue()) {
      page = desk.get("/v1/decisions?pageSize=2&cursor=" + page.text("/next")).expect(200);
      page.at("/data").forEach(seen::add);
    }
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void one_trace_leads_to_its_events_and_to_its_refusals() {
    var trace = UUID.randomUUID().toString().replace("-", "");
    var plan = desk.sell("ONE_YEAR");
    var device = SoldPlan.device(Desk.newSerial(), MAVIC, "US");
    traced(trace, plan.path() + "/devices", device).expect(201);
    var refused = traced(trace, plan.path() + "/unlinks", unlink()).expect(422);
    assertThat(refused.text("/traceId")).isEqualTo(trace);
    desk.server().awaitViews();
    var events = desk.get("/v1/history?traceId=" + trace).expect(200).at("/data");
    assertThat(events.valueStream().map(e -> e.path("type").stringValue()))
        .containsExactly("BoundToPlan", "DeviceBound");
    assertThat(events.get(0).path("traceId").stringValue()).isEqualTo(trace);
    assertThat(decisions("traceId=" + trace).stream().map(d -> d.path("command").stringValue()))
        .containsExactly("BindDevice", "RecordUnlink");
    assertThat(desk.get("/v1/history?client=nobody").at("/data")).isEmpty();
  }

  @Test
  void what_was_recorded_of_a_serial_is_found_without_writing_it_into_an_address() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.replaced(serial, MAVIC, "2023-03-01");
    desk.server().awaitViews();
    var found = search(Map.of("serialNumber", serial, "reason", "complaint 17")).expect(200);
    assertThat(found.at("/planIds/0").stringValue()).isEqualTo(plan.planId());
    assertThat(found.body()).doesNotContain(serial);
    var listed = desk.get("/v1/history?deviceId=" + found.text("/deviceId"));
    assertThat(found.at("/data")).isEqualTo(listed.at("/data")).isNotEmpty();
    var read = reads().getLast().read();
    assertThat(read.reason()).isEqualTo("complaint 17");
    assertThat(read.subject()).isEqualTo(found.text("/deviceId"));
    assertThat(read.found()).isTrue();
    var bound = search(Map.of("serialNumber", serial, "reason", "audit", "type", "DeviceBound"));
    assertThat(bound.expect(200).at("/data")).hasSize(1);
    assertThat(bound.at("/next").isNull()).isTrue();
  }

  @Test
  void a_search_of_a_serial_goes_on_as_a_list_by_its_device() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    for (int i = 0; i < 30; i++) {
      var at = Instant.parse("2023-02-01T10:00:00Z").plusSeconds(i);
      plan.step(
              "links",
              Map.of("kind", "ACCOUNT", "reference", plan.account(), "linkedAt", at.toString()))
          .expect(201);
      plan.unlink("ACCOUNT", at.toString()).expect(201);
    }
    desk.server().awaitViews();
    var found = search(Map.of("serialNumber", serial, "reason", "audit", "actor", "trial"));
    assertThat(found.expect(200).at("/data")).hasSize(50);
    var rest = desk.get("/v1/history?cursor=" + found.text("/next")).expect(200);
    var all = desk.get("/v1/history?pageSize=1000&deviceId=" + found.text("/deviceId")).at("/data");
    var seen = new ArrayList<>();
    found.at("/data").forEach(seen::add);
    rest.at("/data").forEach(seen::add);
    assertThat(seen).isEqualTo(all.valueStream().toList());
  }

  @Test
  void a_search_of_an_unknown_serial_is_recorded_as_well() {
    var answer = search(Map.of("serialNumber", Desk.newSerial(), "reason", "is it ours?"));
    assertThat(answer.expect(404).text("/code")).isEqualTo("UNKNOWN_DEVICE");
    assertThat(reads().getLast().read().found()).isFalse();
  }

  private List<tools.jackson.databind.JsonNode> decisions(String filter) {
    return desk.get("/v1/decisions?pageSize=1000&" + filter)
        .expect(200)
        .at("/data")
        .valueStream()
        .toList();
  }

  private Answer search(Map<String, Object> search) {
    return desk.post("/v1/history-searches", search);
  }

  private Answer unlinkAs(String actor, SoldPlan plan) {
    return desk.postAs(actor, plan.path() + "/unlinks", unlink());
  }

  private static Map<String, Object> unlink() {
    return Map.of("kind", "ACCOUNT", "unlinkedAt", "2023-02-01T10:00:00Z");
  }

  private Answer traced(String trace, String path, Map<String, Object> body) {
    return desk.http()
        .to("POST", path)
        .key(LedgerHttp.newKey())
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .json(Desk.json(body))
        .send();
  }

  private List<ReadRow> reads() {
    return desk.server().part(LedgerStore.class).reads().after(0, Integer.MAX_VALUE);
  }

  private static String recordedAt(List<tools.jackson.databind.JsonNode> found) {
    return found.getFirst().path("recordedAt").stringValue();
  }

  private static String newActor() {
    return "auditor-" + UUID.randomUUID();
  }
}
