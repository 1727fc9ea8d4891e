package org.planledger.api.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.OpenedCase;
import org.planledger.api.testing.SoldPlan;
import tools.jackson.databind.JsonNode;

@OnEachServer
class ComparingTwoMomentsTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  ComparingTwoMomentsTest(LedgerServer server) {
    desk = new Desk(server);
  }

  /// Assessed, claimed, shipped too early, paid.
  private record Story(SoldPlan plan, OpenedCase damage, long assessed, long paid) {}

  private Story story() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    long assessed = sequence(plan);
    damage.claim("DAMAGE").expect(201);
    damage.ship(Desk.newSerial(), MAVIC).expect(422);
    damage.payQuoted().expect(201);
    return new Story(plan, damage, assessed, sequence(plan));
  }

  @Test
  void the_difference_leads_from_one_state_to_the_other_and_names_what_brought_it_about() {
    var story = story();
    var compared =
        compare(story, "fromSequence=" + story.assessed() + "&toSequence=" + story.paid());
    assertThat(compared.text("/direction")).isEqualTo("FORWARD");
    var stage = "/cases/" + story.damage().caseId() + "/stage";
    var moved = changed(compared, stage);
    assertThat(moved.path("before").stringValue()).isEqualTo("ASSESSED");
    assertThat(moved.path("after").stringValue()).isEqualTo("PAID");
    assertThat(compared.at("/from/state" + stage)).isEqualTo(moved.path("before"));
    assertThat(compared.at("/to/state" + stage)).isEqualTo(moved.path("after"));
    // Two events moved the stage; the newest accounts for where it stands.
    assertThat(moved.at("/account/type").stringValue()).isEqualTo("FeePaid");
    var paid = desk.get(story.plan().path() + "/decisions/" + moved.at("/account/decisionNumber"));
    assertThat(paid.text("/command")).isEqualTo("PayServiceFee");
    assertThat(moved.at("/account/rules").valueStream().map(r -> r.path("rule").stringValue()))
        .isNotEmpty()
        .containsExactlyElementsOf(
            paid.at("/decision/conditions")
                .valueStream()
                .map(c -> c.path("rule").stringValue())
                .distinct()
                .toList());
    assertThat(moved.at("/account/rules/0/clause").isString()).isTrue();
    var reserved = changed(compared, "/entitlements/REPLACEMENT/reserved");
    assertThat(reserved.at("/account/type").stringValue()).isEqualTo("ReplacementClaimed");
  }

  @Test
  void what_lies_between_is_shown_accepted_or_refused() {
    var story = story();
    var compared = compare(story, "fromSequence=" + story.assessed());
    assertThat(texts(compared.at("/events"), "type"))
        .containsExactly("ReplacementClaimed", "FeePaid");
    assertThat(texts(compared.at("/decisions"), "command"))
        .containsExactly("ClaimReplacement", "ShipReplacement", "PayServiceFee");
    assertThat(compared.at("/decisions/1/codes").toString()).isEqualTo("[\"FEE_NOT_PAID\"]");
    assertThat(compared.at("/events/1/decisionNumber"))
        .isEqualTo(compared.at("/decisions/2/number"));
  }

  @Test
  void the_ends_may_be_named_by_sequence_position_or_moment() {
    var story = story();
    var events = desk.get(story.plan().path() + "/events?pageSize=1000").at("/data");
    var first = events.get((int) story.assessed());
    var last = events.get((int) story.paid());
    var bySequence =
        compare(story, "fromSequence=" + story.assessed() + "&toSequence=" + story.paid());
    var byPosition =
        compare(
            story,
            "fromPosition=%s&toPosition=%s"
                .formatted(first.path("position"), last.path("position")));
    var byMoment =
        compare(
            story,
            "fromAsOf=%s&toAsOf=%s"
                .formatted(
                    first.path("recordedAt").stringValue(), last.path("recordedAt").stringValue()));
    for (var part : List.of("/difference", "/events", "/decisions")) {
      assertThat(byPosition.at(part)).as(part).isEqualTo(bySequence.at(part));
      assertThat(byMoment.at(part)).as(part).isEqualTo(bySequence.at(part));
    }
    assertThat(byMoment.at("/to/asOf")).isEqualTo(last.path("recordedAt"));
  }

  @Test
  void looking_back_undoes_the_difference_and_keeps_the_order_of_the_facts() {
    var story = story();
    var there = compare(story, "fromSequence=" + story.assessed() + "&toSequence=" + story.paid());
    var back =
        compare(
            story,
            "fromSequence=%d&toSequence=%d&toOn=%s"
                .formatted(story.paid(), story.assessed(), there.text("/to/on")));
    assertThat(back.text("/direction")).isEqualTo("BACKWARD");
    assertThat(back.at("/events")).isEqualTo(there.at("/events"));
    assertThat(back.at("/decisions")).isEqualTo(there.at("/decisions"));
    assertThat(back.at("/difference")).hasSameSizeAs(there.at("/difference"));
    for (int i = 0; i < there.at("/difference").size(); i++) {
      var forth = there.at("/difference").get(i);
      var undone = changed(back, forth.path("pointer").stringValue());
      assertThat(undone.path("before")).isEqualTo(forth.path("after"));
      assertThat(undone.path("after")).isEqualTo(forth.path("before"));
      assertThat(undone.path("account")).isEqualTo(forth.path("account"));
    }
  }

  @Test
  void two_ends_that_are_one_point_differ_in_nothing() {
    var story = story();
    var compared = compare(story, "fromSequence=" + story.paid() + "&toSequence=" + story.paid());
    assertThat(compared.text("/direction")).isEqualTo("SAME");
    assertThat(compared.at("/difference")).isEmpty();
    assertThat(compared.at("/events")).isEmpty();
    assertThat(compared.at("/decisions")).isEmpty();
    assertThat(compared.at("/from")).isEqualTo(compared.at("/to"));
  }

  @Test
  void what_the_day_alone_has_changed_is_no_events_doing() {
    var story = story();
    var compared =
        compare(
            story,
            "fromSequence=%d&fromOn=2024-01-14&toSequence=%d&toOn=2024-01-15"
                .formatted(story.paid(), story.paid()));
    var status = changed(compared, "/status");
    assertThat(status.path("before").stringValue()).isEqualTo("ACTIVE");
    assertThat(status.path("after").stringValue()).isEqualTo("EXPIRED");
    assertThat(status.path("account").isNull()).isTrue();
  }

  @Test
  void before_it_was_sold_there_was_nothing_of_a_plan() {
    desk.sell("ONE_YEAR");
    var plan = desk.sell("ONE_YEAR");
    long sold = desk.get(plan.path()).at("/position").longValue();
    var path = plan.path() + "/comparison?fromPosition=" + (sold - 1);
    var compared = desk.get(path).expect(200);
    assertThat(compared.at("/from/state").isNull()).isTrue();
    assertThat(compared.at("/from/sequence").isNull()).isTrue();
    assertThat(changed(compared, "/status").path("before").isNull()).isTrue();
    assertThat(changed(compared, "/status").at("/account/type").stringValue())
        .isEqualTo("PlanPurchased");
    assertThat(desk.get(path + "&toPosition=" + (sold - 1)).expect(404).text("/code"))
        .isEqualTo("UNKNOWN_PLAN");
  }

  private Answer compare(Story story, String ends) {
    return desk.get(story.plan().path() + "/comparison?" + ends).expect(200);
  }

  private long sequence(SoldPlan plan) {
    return desk.get(plan.path()).at("/sequence").longValue();
  }

  private static List<String> texts(JsonNode rows, String field) {
    return rows.valueStream().map(row -> row.path(field).stringValue()).toList();
  }

  private static JsonNode changed(Answer compared, String pointer) {
    return compared
        .at("/difference")
        .valueStream()
        .filter(difference -> difference.path("pointer").stringValue().equals(pointer))
        .findFirst()
        .orElseThrow(() -> new AssertionError(pointer + " is not in " + compared));
  }
}
