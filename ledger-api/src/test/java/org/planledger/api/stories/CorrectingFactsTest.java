package org.planledger.api.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.api.testing.Refusals.assertRefused;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.OpenedCase;
import org.planledger.api.testing.SoldPlan;
import tools.jackson.databind.JsonNode;

/// Links, receipts and assessments that were recorded wrongly, and what was believed of them when.
@OnEachServer
class CorrectingFactsTest {
  private static final String MAVIC = "MAVIC_3";
  private static final String FEBRUARY = "2023-02-01T10:00:00Z";
  private static final String MARCH = "2023-03-01T10:00:00Z";
  private static final String RECEIVED = "2023-03-01T21:00:00Z";

  private final Desk desk;

  CorrectingFactsTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_correction_goes_by_the_state_of_the_plan_that_was_seen() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    plan.link(FEBRUARY);
    for (var correction : corrections(plan, damage).entrySet()) {
      var path = correction.getKey();
      var body = correction.getValue();
      assertThat(desk.post(path, body).expect(428).text("/code"))
          .isEqualTo("PRECONDITION_REQUIRED");
      desk.postIf("*", path, body).expect(428);
      desk.postIf("\"0\"", path, body).expect(412);
      desk.postIf(tag(plan), path, body).expect(201);
    }
  }

  @Test
  void a_link_that_was_recorded_wrongly_stays_visible_beside_the_one_that_holds() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    plan.link(FEBRUARY);
    var seen = plan.on("2023-06-01").at("/sequence").intValue();
    send(plan, plan.path() + "/link-corrections", linkCorrection(FEBRUARY, MARCH)).expect(201);

    var read = plan.on("2023-06-01");
    assertThat(from(read, "ACCOUNT")).containsExactly(MARCH);
    assertThat(read.at("/linkCorrections/0/approvedBy").stringValue()).isEqualTo("bob");
    assertThat(read.at("/linkCorrections/0/factSequence").intValue()).isEqualTo(2);
    assertThat(from(desk.get(plan.path() + "?atSequence=" + seen), "ACCOUNT"))
        .containsExactly(FEBRUARY);

    var links = facts(plan, "", "LinkRecorded");
    assertThat(links).hasSize(3);
    var wrong = links.getFirst();
    var right = links.getLast();
    assertThat(wrong.at("/told/at").stringValue()).isEqualTo(FEBRUARY);
    assertThat(wrong.path("sequence").intValue()).isEqualTo(2);
    assertThat(wrong.at("/correctedBy/sequence").intValue()).isEqualTo(seen + 1);
    assertThat(wrong.at("/correctedBy/approvedBy").stringValue()).isEqualTo("bob");
    assertThat(wrong.at("/correctedBy/actor").stringValue()).isEqualTo("trial");
    assertThat(wrong.at("/correctedBy/neverWas").booleanValue()).isFalse();
    assertThat(wrong.path("supersededAt")).isEqualTo(right.path("recordedAt"));
    assertThat(right.path("factSequence").intValue()).isEqualTo(2);
    assertThat(right.path("validFrom").stringValue()).isEqualTo(MARCH);
    assertThat(right.path("supersededAt").isNull()).isTrue();
    assertThat(desk.get(plan.path() + "/events").at("/data/2/type").stringValue())
        .isEqualTo("LinkRecorded");
  }

  @Test
  void what_was_believed_of_a_day_before_the_correction_can_still_be_asked() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    plan.link(FEBRUARY);
    var believed = recordedAt(plan);
    send(plan, plan.path() + "/link-corrections", linkCorrection(FEBRUARY, MARCH)).expect(201);

    var then = "asOf=" + believed + "&on=2023-02-15";
    assertThat(facts(plan, then, "LinkRecorded"))
        .allSatisfy(fact -> assertThat(fact.path("correctedBy").isNull()).isTrue())
        .extracting(fact -> fact.at("/told/kind").stringValue())
        .containsExactly("ACCOUNT", "CONTROLLER");
    assertThat(facts(plan, "on=2023-02-15", "LinkRecorded"))
        .filteredOn(fact -> fact.path("supersededAt").isNull())
        .extracting(fact -> fact.at("/told/kind").stringValue())
        .containsExactly("CONTROLLER");
    assertThat(facts(plan, "on=2023-01-30", "LinkRecorded")).isEmpty();
    assertThat(desk.get(plan.path() + "/facts?on=2023-02-15").expect(200).text("/on"))
        .isEqualTo("2023-02-15");
    desk.get(plan.path() + "/facts?asOf=2001-01-01T00:00:00Z").expect(400);
    desk.get(plan.path() + "/facts?atSequence=99").expect(400);
  }

  @Test
  void a_link_ends_with_its_removal_and_a_binding_with_the_next_one() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link(FEBRUARY);
    plan.unlink("ACCOUNT", MARCH).expect(201);
    plan.replaced(serial, MAVIC, "2023-03-10");

    assertThat(facts(plan, "", "LinkRecorded"))
        .extracting(fact -> fact.path("validUntil").asString("none"))
        .containsExactly(MARCH, "none");
    assertThat(facts(plan, "", "DeviceBound"))
        .hasSize(2)
        .first()
        .satisfies(fact -> assertThat(fact.path("validUntil").isNull()).isFalse())
        .satisfies(fact -> assertThat(fact.path("supersededAt").isNull()).isTrue());
    assertThat(facts(plan, "on=2023-06-01", "DeviceBound")).hasSize(1);
    assertThat(facts(plan, "", "LinkRemoved")).hasSize(1);
  }

  @Test
  void a_binding_that_was_corrected_and_its_links_are_told_anew() {
    var plan = desk.sell("ONE_YEAR");
    var wrong = plan.bind(MAVIC);
    plan.link(FEBRUARY);
    plan.unlink("ACCOUNT", MARCH).expect(201);
    var body =
        Map.of(
            "wrongSerialNumber",
            wrong,
            "device",
            SoldPlan.device(Desk.newSerial(), MAVIC, "US"),
            "reason",
            "Two digits were swapped.",
            "approvedBy",
            "bob");
    send(plan, plan.path() + "/binding-corrections", body).expect(201);

    var right = desk.get(plan.path()).text("/device/deviceId");
    var bindings = facts(plan, "", "DeviceBound");
    assertThat(bindings).hasSize(2);
    assertThat(bindings)
        .extracting(fact -> fact.path("factSequence").intValue())
        .containsExactly(1, 1);
    assertThat(bindings.getFirst().at("/correctedBy/approvedBy").stringValue()).isEqualTo("bob");
    assertThat(bindings.getLast().at("/told/deviceId").stringValue()).isEqualTo(right);
    assertThat(facts(plan, "", "LinkRecorded"))
        .hasSize(4)
        .filteredOn(fact -> fact.path("supersededAt").isNull())
        .hasSize(2)
        .allSatisfy(fact -> assertThat(fact.at("/told/deviceId").stringValue()).isEqualTo(right))
        .extracting(fact -> fact.path("validUntil").asString("none"))
        .containsExactly(MARCH, "none");
  }

  @Test
  void a_rehearsal_shows_exactly_what_then_follows() {
    var plan = desk.sell("ONE_YEAR");
    var opened = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z").received();
    var path = opened.path() + "/receipt-corrections";
    var body =
        Map.of(
            "receivedAt",
            RECEIVED,
            "correctedAt",
            "2023-03-02T10:00:00Z",
            "reason",
            "It belongs to another case.",
            "approvedBy",
            "bob");
    var preview = desk.rehearse(path, body).expect(200);

    assertThat(changed(preview, "/cases/" + opened.caseId() + "/stage", "before"))
        .isEqualTo("RECEIVED");
    assertThat(changed(preview, "/cases/" + opened.caseId() + "/stage", "after"))
        .isEqualTo("OPENED");
    var assess = possibility(preview, "RecordAssessment");
    assertThat(assess.path("now").toString()).isEqualTo("[]");
    assertThat(assess.path("then").toString()).isEqualTo("[\"ORIGINAL_NOT_RECEIVED\"]");
    assertThat(possibility(preview, "CorrectReceipt").path("then").toString())
        .isEqualTo("[\"ORIGINAL_NOT_RECEIVED\"]");

    send(plan, path, body).expect(201);
    var on = desk.get(plan.path()).text("/on");
    var events =
        desk.get(plan.path() + "/events?expand=state,diff&on=" + on).expect(200).at("/data");
    var last = events.get(events.size() - 1);
    assertThat(last.path("type").stringValue()).isEqualTo("ReceiptCorrected");
    assertThat(last.path("state")).isEqualTo(preview.at("/planAfter"));
    assertThat(last.path("diff")).isEqualTo(preview.at("/changes"));
    assertThat(opened.read().text("/stage")).isEqualTo("OPENED");
    assertThat(opened.read().at("/state/corrections")).hasSize(1);
    assertThat(blocked(plan, "RecordAssessment")).isEqualTo("[\"ORIGINAL_NOT_RECEIVED\"]");
  }

  @Test
  void what_would_be_refused_is_rehearsed_without_a_change() {
    var plan = desk.sell("ONE_YEAR");
    var opened = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z").received();
    var body = Map.of("receivedAt", MARCH, "reason", "Another case.", "approvedBy", "bob");
    var preview = desk.rehearse(opened.path() + "/receipt-corrections", body).expect(200);

    assertThat(preview.at("/wouldApply").booleanValue()).isFalse();
    assertThat(preview.at("/changes")).isEmpty();
    assertThat(preview.at("/possibilities")).isEmpty();
  }

  @Test
  void what_rests_on_a_mistake_stands_and_is_told() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    var path = damage.path() + "/assessment-corrections";
    var preview = desk.rehearse(path, assessmentCorrection("ACCIDENT", "X-G-06")).expect(200);
    var answer = send(plan, path, assessmentCorrection("ACCIDENT", "X-G-06")).expect(201);

    for (var told : List.of(preview, answer)) {
      assertThat(told.at("/decision/notices").toString()).isEqualTo("[\"DECIDED_UPON_A_MISTAKE\"]");
      var refused = condition(told, "A-91").at("/inputs/refusedNow/0");
      assertThat(refused.path("step").stringValue()).isEqualTo("ClaimReplacement");
      assertThat(refused.path("codes").toString()).isEqualTo("[\"EXCLUDED\"]");
    }
    var state = damage.read().at("/state");
    assertThat(state.path("stage").stringValue()).isEqualTo("CLAIMED");
    assertThat(state.at("/assessment/findings").toString()).isEqualTo("[\"X-G-06\"]");
    assertThat(plan.entitlement("REPLACEMENT").path("reserved").intValue()).isEqualTo(1);
    var assessments = facts(plan, "", "DamageAssessed");
    assertThat(assessments).hasSize(2);
    assertThat(assessments.getFirst().path("correctedBy").isNull()).isFalse();
  }

  @Test
  void an_assessment_that_was_recorded_again_is_superseded_and_not_corrected() {
    var plan = desk.sell("ONE_YEAR");
    plan.damage(plan.bind(MAVIC), "2023-03-01").assessed("NORMAL_USE");

    var assessments = facts(plan, "", "DamageAssessed");
    assertThat(assessments).hasSize(2);
    assertThat(assessments.getFirst().path("supersededAt"))
        .isEqualTo(assessments.getLast().path("recordedAt"));
    assertThat(assessments.getFirst().path("correctedBy").isNull()).isTrue();
  }

  @Test
  void one_person_alone_corrects_nothing() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    plan.link(FEBRUARY);
    for (var correction : corrections(plan, damage).entrySet()) {
      var alone = new LinkedHashMap<String, Object>(correction.getValue());
      alone.put("approvedBy", "trial");
      var refused = send(plan, correction.getKey(), alone);
      assertRefused(refused, "PROCESS_NOT_FOLLOWED");
      assertThat(refused.text("/errors/0/pointer")).isEqualTo("/approvedBy");
    }
  }

  @Test
  void what_was_never_recorded_cannot_be_corrected() {
    var plan = desk.sell("ONE_YEAR");
    var opened = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z");
    var link = send(plan, plan.path() + "/link-corrections", linkCorrection(FEBRUARY, MARCH));
    assertRefused(link, "LINK_MISSING");
    assertThat(link.text("/errors/0/pointer")).isEqualTo("/linkedAt");
    var receipt = send(plan, opened.path() + "/receipt-corrections", receiptCorrection(RECEIVED));
    assertRefused(receipt, "ORIGINAL_NOT_RECEIVED");
    assertThat(receipt.text("/errors/0/pointer")).isEqualTo("/receivedAt");
    assertRefused(
        send(plan, opened.path() + "/assessment-corrections", assessmentCorrection("NORMAL_USE")),
        "NOT_ASSESSED");
    var nowhere = "/cases/01890a5d-ac96-774b-bcce-b302099a8058";
    send(plan, plan.path() + nowhere + "/receipt-corrections", receiptCorrection(RECEIVED))
        .expect(404);
    desk.postIf(
            "\"0\"",
            "/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057/link-corrections",
            linkCorrection(FEBRUARY, MARCH))
        .expect(404);
  }

  @Test
  void a_first_parcel_is_not_corrected_to_have_come_too_late() {
    var plan = desk.sell("ONE_YEAR");
    var opened = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z").received();
    var body = new LinkedHashMap<String, Object>(receiptCorrection(RECEIVED));
    body.put("instead", receipt("2023-03-20T10:00:00Z"));

    var late = send(plan, opened.path() + "/receipt-corrections", body);
    assertRefused(late, "SEND_BACK_OVERDUE");
    assertThat(late.text("/errors/0/pointer")).isEqualTo("/instead/receivedAt");
  }

  private static Map<String, Map<String, Object>> corrections(SoldPlan plan, OpenedCase damage) {
    return Map.of(
        plan.path() + "/link-corrections", linkCorrection(FEBRUARY, MARCH),
        damage.path() + "/receipt-corrections", receiptCorrection(RECEIVED),
        damage.path() + "/assessment-corrections", assessmentCorrection("NORMAL_USE"));
  }

  /// The account was linked at another moment.
  private static Map<String, Object> linkCorrection(String wrong, String right) {
    return Map.of(
        "kind",
        "ACCOUNT",
        "linkedAt",
        wrong,
        "instead",
        Map.of("kind", "ACCOUNT", "reference", "ann", "linkedAt", right),
        "reason",
        "The month was mistyped.",
        "approvedBy",
        "bob");
  }

  /// The aircraft came alone.
  private static Map<String, Object> receiptCorrection(String receivedAt) {
    return Map.of(
        "receivedAt",
        receivedAt,
        "instead",
        receipt(receivedAt),
        "reason",
        "The list of another parcel.",
        "approvedBy",
        "bob");
  }

  private static Map<String, Object> receipt(String receivedAt) {
    return Map.of(
        "receivedAt", receivedAt, "components", List.of(OpenedCase.component("AIRCRAFT", 1)));
  }

  private static Map<String, Object> assessmentCorrection(String cause, String... findings) {
    return Map.of(
        "instead",
        Map.of(
            "assessedAt",
            "2023-03-01T22:00:00Z",
            "cause",
            cause,
            "damagedParts",
            List.of("AIRCRAFT"),
            "inOfficialWarrantyScope",
            false,
            "findings",
            Stream.of(findings).map(id -> Map.of("exclusion", id)).toList()),
        "reason",
        "The centre looked at it again.",
        "approvedBy",
        "bob");
  }

  private Answer send(SoldPlan plan, String path, Map<String, ?> body) {
    return desk.postIf(tag(plan), path, body);
  }

  private String tag(SoldPlan plan) {
    return desk.get(plan.path()).header("ETag").orElseThrow();
  }

  /// A moment at which all that has happened so far had been recorded, and nothing else.
  private String recordedAt(SoldPlan plan) {
    var events = desk.get(plan.path() + "/events").at("/data");
    return events.get(events.size() - 1).path("recordedAt").stringValue();
  }

  private List<JsonNode> facts(SoldPlan plan, String query, String type) {
    return desk.get(plan.path() + "/facts" + (query.isEmpty() ? "" : "?" + query))
        .expect(200)
        .at("/facts")
        .valueStream()
        .filter(fact -> fact.path("type").stringValue().equals(type))
        .toList();
  }

  private static List<String> from(Answer plan, String kind) {
    return plan.at("/links")
        .valueStream()
        .filter(link -> link.path("kind").stringValue().equals(kind))
        .map(link -> link.path("from").stringValue())
        .toList();
  }

  private static String changed(Answer preview, String pointer, String side) {
    return preview
        .at("/changes")
        .valueStream()
        .filter(change -> change.path("pointer").stringValue().equals(pointer))
        .findFirst()
        .orElseThrow(() -> new AssertionError(pointer + " is not in " + preview.at("/changes")))
        .path(side)
        .stringValue();
  }

  private static JsonNode possibility(Answer preview, String command) {
    return preview
        .at("/possibilities")
        .valueStream()
        .filter(change -> change.path("command").stringValue().equals(command))
        .findFirst()
        .orElseThrow(() -> new AssertionError(command + " is not in " + preview));
  }

  private static JsonNode condition(Answer answer, String rule) {
    return answer
        .at("/decision/conditions")
        .valueStream()
        .filter(condition -> condition.path("rule").stringValue().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(rule + " is not in " + answer));
  }

  private static String blocked(SoldPlan plan, String command) {
    return plan.on("2023-06-01")
        .at("/blockedCommands")
        .valueStream()
        .filter(next -> next.path("command").stringValue().equals(command))
        .findFirst()
        .orElseThrow()
        .path("codes")
        .toString();
  }
}
