package org.planledger.api.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;
import tools.jackson.databind.JsonNode;

@OnEachServer
class TravellingInTimeTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  TravellingInTimeTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_plan_is_read_as_each_of_its_events_left_it() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    damage.payQuoted().expect(201);
    damage.shipped(MAVIC);
    var last = desk.get(plan.path()).at("/sequence").longValue();
    var events = desk.get(plan.path() + "/events?expand=state&pageSize=1000").at("/data");
    assertThat(events).hasSize((int) last + 1);
    for (long sequence = 0; sequence <= last; sequence++) {
      var event = events.get((int) sequence);
      var day = event.at("/state/planId").isMissingNode() ? "" : day(event);
      var then = desk.get(plan.path() + "?atSequence=" + sequence + "&on=" + day);
      assertThat(then.at("/sequence").longValue()).isEqualTo(sequence);
      assertThat(then.at("/position")).isEqualTo(event.path("position"));
      assertThat(then.at("/status")).isEqualTo(event.at("/state/status"));
      assertThat(then.at("/entitlements")).isEqualTo(event.at("/state/entitlements"));
      assertThat(then.at("/windows")).isEqualTo(event.at("/state/windows"));
      assertThat(then.at("/warranty")).isEqualTo(event.at("/state/warranty"));
    }
  }

  @Test
  void a_plan_is_read_as_it_had_been_recorded_by_a_moment() {
    desk.sell("ONE_YEAR");
    var plan = desk.sell("ONE_YEAR");
    var sold = recordedAt(plan, 0);
    plan.bind(MAVIC);
    var bound = recordedAt(plan, 1);
    assertThat(desk.get(plan.path() + "?asOf=" + bound).at("/sequence").intValue()).isEqualTo(1);
    assertThat(desk.get(plan.path() + "?asOf=" + sold).at("/device").isNull()).isTrue();
    var before = Instant.parse(sold).minusMillis(1);
    assertThat(desk.get(plan.path() + "?asOf=" + before).expect(404).text("/code"))
        .isEqualTo("UNKNOWN_PLAN");
  }

  @Test
  void a_plan_is_read_as_of_every_position_of_the_ledger() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    var events = desk.get(plan.path() + "/events?pageSize=1000").at("/data");
    long first = events.get(0).path("position").longValue();
    long last = events.get(events.size() - 1).path("position").longValue();
    for (long position = first; position <= last; position++) {
      long at = position;
      var then = desk.get(plan.path() + "?atPosition=" + position).expect(200);
      var known = events.valueStream().filter(e -> e.path("position").longValue() <= at).toList();
      assertThat(then.at("/position")).isEqualTo(known.getLast().path("position"));
      assertThat(then.at("/sequence")).isEqualTo(known.getLast().path("sequence"));
      var listed = desk.get(plan.path() + "/events?pageSize=1000&atPosition=" + position);
      assertThat(listed.at("/data").valueStream().toList()).isEqualTo(known);
    }
    if (first > 1) {
      desk.get(plan.path() + "?atPosition=" + (first - 1)).expect(404);
    }
  }

  @Test
  void what_is_shown_of_the_past_is_shown_for_its_own_day() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    var recorded = Instant.parse(recordedAt(plan, 1));
    var day = recorded.atZone(java.time.ZoneId.of(desk.get(plan.path()).text("/zone")));
    for (var then : List.of("?atSequence=1", "?asOf=" + recorded)) {
      assertThat(desk.get(plan.path() + then).text("/on")).isEqualTo(day.toLocalDate().toString());
    }
  }

  @Test
  void a_case_and_its_offers_are_read_as_they_were() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    var assessed = desk.get(plan.path());
    var before = desk.get(damage.path()).expect(200);
    damage.claim("DAMAGE").expect(201);
    for (var then :
        List.of(
            "?atSequence=" + assessed.at("/sequence"), "?atPosition=" + assessed.at("/position"))) {
      var was = desk.get(damage.path() + then).expect(200);
      assertThat(was.text("/stage")).isEqualTo("ASSESSED");
      assertThat(was.at("/state")).isEqualTo(before.at("/state"));
      assertThat(was.at("/offers")).isEqualTo(before.at("/offers"));
      assertThat(desk.get(damage.path() + "/offers" + then).at("/offers"))
          .isEqualTo(before.at("/offers"));
    }
    assertThat(desk.get(damage.path()).text("/stage")).isEqualTo("CLAIMED");
    desk.get(damage.path() + "?atSequence=0").expect(404);
  }

  @Test
  void a_device_and_its_lineage_are_read_as_they_were() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    var bound = desk.get(plan.path()).at("/position").longValue();
    var device = "/v1/devices/" + desk.lookUp(serial).text("/deviceId");
    var before = desk.get(device).expect(200);
    var eligible = desk.get(device + "/eligibility?on=2023-06-01").expect(200);
    plan.replaced(serial, MAVIC, "2023-03-01");
    assertThat(desk.get(device).text("/status")).isEqualTo("SUPERSEDED");
    assertThat(desk.get(device + "?atPosition=" + bound).json()).isEqualTo(before.json());
    assertThat(desk.get(device + "/lineage").at("/chain")).hasSize(2);
    assertThat(desk.get(device + "/lineage?atPosition=" + bound).at("/chain")).hasSize(1);
    assertThat(desk.get(device + "/eligibility?on=2023-06-01&atPosition=" + bound).json())
        .isEqualTo(eligible.json());
    // The device is bound one event before its plan says so.
    assertThat(desk.get(device + "?atPosition=" + (bound - 1)).text("/status")).isEqualTo("ACTIVE");
    assertThat(desk.get(device + "/lineage?atPosition=" + (bound - 1)).expect(404).text("/code"))
        .isEqualTo("UNKNOWN_PLAN");
    desk.get(device + "?atPosition=" + (bound - 2)).expect(404);
  }

  @Test
  void decisions_are_listed_as_far_as_they_had_been_made() {
    var plan = desk.sell("ONE_YEAR");
    var sold = desk.get(plan.path()).at("/position").longValue();
    plan.unlink("ACCOUNT", "2023-02-01T10:00:00Z").expect(422);
    plan.bind(MAVIC);
    plan.unlink("ACCOUNT", "2023-02-01T10:00:00Z").expect(422);
    var all = desk.get(plan.path() + "/decisions").at("/data").valueStream().toList();
    assertThat(all).hasSize(4);
    // What was refused before the next event still belongs to the position.
    var decisions = desk.get(plan.path() + "/decisions?atPosition=" + sold).at("/data");
    assertThat(decisions.valueStream().toList()).isEqualTo(all.subList(0, 2));
    // A decision is there with its event, which is recorded a little after the command came in.
    var then = desk.get(plan.path() + "/decisions?asOf=" + recordedAt(plan, 0)).at("/data");
    assertThat(then.valueStream().toList()).isEqualTo(all.subList(0, 1));
    var paged = desk.get(plan.path() + "/decisions?pageSize=1&atPosition=" + sold);
    var next = desk.get(plan.path() + "/decisions?cursor=" + paged.text("/next"));
    assertThat(next.at("/data").valueStream().toList()).isEqualTo(all.subList(1, 2));
  }

  @Test
  void the_contract_day_decides_what_is_shown() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    assertThat(plan.on("2024-01-14").text("/status")).isEqualTo("ACTIVE");
    assertThat(plan.on("2024-01-15").text("/status")).isEqualTo("EXPIRED");
    assertThat(plan.on("2024-01-14").text("/reward/status")).isEqualTo("ON_TRACK");
    assertThat(plan.on("2024-01-15").text("/reward/status")).isEqualTo("EARNED");
    assertThat(plan.on("2024-01-15").text("/reward/window/lastDay")).isEqualTo("2025-01-14");
  }

  @Test
  void a_sequence_that_is_not_there_yet_is_refused() {
    var plan = desk.sell("ONE_YEAR");
    var answer = desk.get(plan.path() + "?atSequence=7").expect(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/atSequence");
    var both = desk.get(plan.path() + "?atSequence=0&asOf=2023-01-01T00:00:00Z").expect(400);
    assertThat(both.text("/errors/0/code")).isEqualTo("DOES_NOT_FIT");
  }

  @Test
  void a_plus_sign_in_an_offset_may_stand_as_it_is() {
    var plan = desk.sell("ONE_YEAR");
    // It is read; that it lies before the ledger is another matter.
    for (var offset : List.of("+01:00", "%2B01:00")) {
      var answer = desk.get(plan.path() + "?asOf=2023-01-01T00:00:00" + offset).expect(400);
      assertThat(answer.text("/errors/0/code")).isEqualTo("TOO_FAR_BACK");
    }
  }

  @Test
  void the_differences_lead_from_state_to_state() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    var events = desk.get(plan.path() + "/events?expand=diff,decision&pageSize=1000").at("/data");
    var claim = events.get(events.size() - 1);
    assertThat(claim.path("type").stringValue()).isEqualTo("ReplacementClaimed");
    var base = "/cases/" + damage.caseId();
    assertThat(changed(claim, base + "/stage", "before").stringValue()).isEqualTo("ASSESSED");
    assertThat(changed(claim, base + "/stage", "after").stringValue()).isEqualTo("CLAIMED");
    assertThat(changed(claim, base + "/claim", "before").isNull()).isTrue();
    assertThat(changed(claim, base + "/claim", "after").path("ordinal").intValue()).isEqualTo(1);
    assertThat(changed(claim, "/entitlements/REPLACEMENT/reserved", "after").intValue())
        .isEqualTo(1);
    assertThat(claim.at("/decision/command").stringValue()).isEqualTo("ClaimReplacement");
    assertThat(claim.path("decisionNumber")).isEqualTo(claim.at("/decision/number"));
  }

  @Test
  void late_entries_are_marked_and_bear_who_made_them() {
    var plan = desk.sell("ONE_YEAR");
    var device = Desk.json(SoldPlan.device(Desk.newSerial(), MAVIC, "US"));
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    desk.http()
        .to("POST", plan.path() + "/devices")
        .key("a key of sixteen " + plan.planId())
        .header("Ledger-Client", "desk 7")
        .header("Ledger-Actor", "ann")
        .header("traceparent", trace)
        .json(device)
        .send()
        .expect(201);
    var bound = desk.get(plan.path() + "/events").at("/data/1");
    assertThat(bound.path("client").stringValue()).isEqualTo("desk 7");
    assertThat(bound.path("actor").stringValue()).isEqualTo("ann");
    assertThat(bound.path("traceparent").stringValue()).isEqualTo(trace);
    assertThat(bound.path("enteredLate").booleanValue()).isTrue();
  }

  @Test
  void refused_attempts_stand_among_the_decisions() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    var refused = plan.unlink("ACCOUNT", "2023-02-01T10:00:00Z").expect(422);
    var decisions = desk.get(plan.path() + "/decisions").at("/data");
    assertThat(decisions.valueStream().map(d -> d.at("/decision/outcome").stringValue()))
        .containsExactly("ACCEPTED", "ACCEPTED", "REFUSED");
    var kept = desk.get(refused.text("/instance")).expect(200);
    assertThat(kept.json()).isEqualTo(decisions.get(2));
    assertThat(kept.at("/decision")).isEqualTo(refused.at("/decision"));
    assertThat(kept.at("/firstPosition").isNull()).isTrue();
  }

  @Test
  void a_purchase_that_was_refused_left_its_decision_and_no_plan() {
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "refused");
    purchase.put("acceptedTerms", "1999-01");
    var refused = desk.post("/v1/plans", purchase).expect(422);
    var kept = desk.get(refused.text("/instance")).expect(200);
    assertThat(kept.at("/sequence").isNull()).isTrue();
    desk.get("/v1/plans/" + kept.text("/planId")).expect(404);
  }

  @Test
  void the_holder_is_shown_masked() {
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "masked");
    purchase.put(
        "holder",
        Map.of(
            "accountId", "masked", "name", "Ann Lee", "email", "ann@example.org", "address", "x"));
    var answer = desk.post("/v1/plans", purchase).expect(201);
    var holder = desk.get("/v1/plans/" + answer.text("/planId")).at("/holder");
    assertThat(holder.path("name").stringValue()).isEqualTo("A*** L***");
    assertThat(holder.path("email").stringValue()).isEqualTo("a***@example.org");
    assertThat(holder.path("address").stringValue()).isEqualTo("***");
    assertThat(holder.path("phone").isNull()).isTrue();
    assertThat(holder.path("personalData").stringValue()).isEqualTo("MASKED");
  }

  @Test
  void a_plan_carries_its_etag_and_is_never_answered_as_unchanged() {
    var plan = desk.sell("ONE_YEAR");
    var read = desk.get(plan.path()).expect(200);
    assertThat(read.header("ETag")).hasValue("\"0\"");
    assertThat(read.header("Cache-Control")).hasValue("no-store");
    desk.http().to("GET", plan.path()).header("If-None-Match", "\"0\"").send().expect(200);
  }

  private String recordedAt(SoldPlan plan, int sequence) {
    return desk.get(plan.path() + "/events").text("/data/" + sequence + "/recordedAt");
  }

  /// The contract day of an event in the zone of the plan.
  private static String day(JsonNode event) {
    var zone = java.time.ZoneId.of(event.at("/state/zone").stringValue());
    return Instant.parse(event.path("at").stringValue()).atZone(zone).toLocalDate().toString();
  }

  private static JsonNode changed(JsonNode event, String pointer, String side) {
    return event
        .path("diff")
        .valueStream()
        .filter(difference -> difference.path("pointer").stringValue().equals(pointer))
        .findFirst()
        .orElseThrow(() -> new AssertionError(pointer + " is not in " + event.path("diff")))
        .path(side);
  }
}
