package org.planledger.api.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.api.testing.Refusals.assertRefused;
import static org.planledger.api.testing.Refusals.remedies;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;

/// Cases that end without a service, what happens to their reservations and their money, and how
/// they come back.
@OnEachServer
class ComingToNothingTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  ComingToNothingTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void an_express_case_that_nothing_is_sent_for_lapses_and_keeps_the_fee() {
    var plan = desk.sell("ONE_YEAR");
    var express = plan.open(plan.express(plan.bind(MAVIC), "2023-03-03T20:00:00Z"));
    assertThat(plan.available("REPLACEMENT")).isEqualTo(1);
    assertRefused(express.lapse("2023-03-09T09:00:00Z"), "SERVICE_NOT_APPLICABLE");
    express.lapse("2023-03-09T20:00:00Z").expect(201);
    assertThat(express.read().text("/state/lapsedBecause")).isEqualTo("NOT_SENT_IN_TIME");
    assertThat(plan.available("REPLACEMENT")).isEqualTo(2);
    assertThat(plan.on("2023-06-01").text("/reward/status")).isEqualTo("ON_TRACK");
    assertThat(express.read().at("/state/refundsDue").isEmpty()).isTrue();

    var refused = express.refund(15_900, "");
    assertRefused(refused, "FEE_NOT_REFUNDABLE");
    assertThat(remedies(refused)).containsExactly("APPROVAL_BY_ANOTHER");
    assertRefused(express.refund(15_900, "trial"), "FEE_NOT_REFUNDABLE");
    express.refund(15_900, "bob").expect(201);
    var refund = express.read().at("/state/refunds/0");
    assertThat(refund.path("goodwill").booleanValue()).isTrue();
    assertThat(refund.path("approvedBy").stringValue()).isEqualTo("bob");
    assertThat(refund.path("actor").stringValue()).isEqualTo("trial");
  }

  @Test
  void an_ordinal_that_a_lapse_has_freed_is_given_out_again() {
    var plan = desk.sell("TWO_YEAR");
    var serial = plan.bind(MAVIC);
    var a = plan.open(plan.express(serial, "2023-03-03T20:00:00Z"));
    var b = plan.damage(serial, "2023-03-04");
    b.claim("DAMAGE").expect(201);
    assertThat(a.read().at("/state/claim/ordinal").intValue()).isEqualTo(1);
    assertThat(b.read().at("/state/claim/ordinal").intValue()).isEqualTo(2);
    a.lapse("2023-03-10T20:00:00Z").expect(201);
    var c = plan.damage(serial, "2023-03-11");
    c.claim("DAMAGE").expect(201);
    assertThat(c.read().at("/state/claim/ordinal").intValue()).isEqualTo(1);
  }

  @Test
  void a_case_whose_device_another_one_has_replaced_lapses_and_its_fee_is_due_back() {
    var plan = desk.sell("TWO_YEAR");
    var serial = plan.bind(MAVIC);
    var a = plan.damage(serial, "2023-03-01");
    var b = plan.damage(serial, "2023-03-02");
    a.claim("DAMAGE").expect(201);
    b.claim("DAMAGE").expect(201);
    var fee = b.read().at("/state/claim/fee/amount/minor").longValue();
    a.payQuoted().expect(201);
    b.payQuoted().expect(201);
    a.shipped(MAVIC);
    var lapsed = b.read();
    assertThat(lapsed.text("/stage")).isEqualTo("LAPSED");
    assertThat(lapsed.text("/state/lapsedBecause")).isEqualTo("SERIAL_SUPERSEDED");
    assertThat(lapsed.at("/state/refundsDue/SERVICE_FEE/minor").longValue()).isEqualTo(fee);
    assertThat(plan.available("REPLACEMENT")).isEqualTo(2);
    assertRefused(b.refund(fee + 1, "bob"), "AMOUNT_NOT_AS_QUOTED");
    b.refund(fee, "").expect(201);
    assertThat(b.read().at("/state/refunds/0/goodwill").booleanValue()).isFalse();
    assertThat(b.read().at("/state/refundsDue").isEmpty()).isTrue();
  }

  @Test
  void a_reported_loss_that_is_withdrawn_frees_the_aircraft_and_the_quota() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    var loss = plan.loss(serial, "2023-03-01");
    loss.claim("FLYAWAY").expect(201);
    loss.report().expect(201);
    assertThat(desk.lookUp(serial).text("/status")).isEqualTo("RESTRICTED");
    loss.withdraw().expect(201);
    assertThat(loss.read().at("/state/reported").booleanValue()).isFalse();
    assertThat(desk.lookUp(serial).text("/status")).isEqualTo("ACTIVE");
    assertThat(plan.available("FLYAWAY")).isEqualTo(1);
  }

  @Test
  void a_dispatch_in_time_that_is_told_after_the_lapse_brings_the_case_back() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z");
    damage.lapse("2023-03-10T20:00:00Z").expect(201);
    damage.dispatched("2023-03-08T20:00:00Z").expect(201);
    var back = damage.read();
    assertThat(back.text("/stage")).isEqualTo("DISPATCHED");
    assertThat(back.text("/state/reinstatedBecause")).isEqualTo("DISPATCHED_IN_TIME");
  }

  @Test
  void a_late_dispatch_needs_two_persons_to_overrule_the_last_day() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z");
    var refused = damage.dispatched("2023-03-09T20:00:00Z");
    assertRefused(refused, "SEND_BACK_OVERDUE");
    assertThat(remedies(refused)).containsExactly("WAIVE_REFUSAL");
    var waiver =
        Map.of(
            "at",
            "2023-03-10T10:00:00Z",
            "codes",
            List.of("SEND_BACK_OVERDUE"),
            "reason",
            "The carrier was on strike.",
            "approvedBy",
            "bob");
    assertRefused(desk.postAs("bob", damage.path() + "/waivers", waiver), "NOT_WAIVABLE");
    desk.postAs("ann", damage.path() + "/waivers", waiver).expect(201);
    damage.dispatched("2023-03-09T20:00:00Z").expect(201);
    var kept = damage.read().at("/state/waivers/0");
    assertThat(kept.path("actor").stringValue()).isEqualTo("ann");
    assertThat(kept.path("approvedBy").stringValue()).isEqualTo("bob");
  }

  @Test
  void a_person_refuses_a_case_for_good_and_nothing_of_the_plan_is_used() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    var damage = plan.damage(serial, "2023-03-01");
    damage.claim("DAMAGE").expect(201);
    damage
        .step(
            "refusals",
            Map.of(
                "at",
                "2023-03-02T10:00:00Z",
                "reason",
                "It was flown over a closed airfield.",
                "codes",
                List.of("EXCLUDED"),
                "findings",
                List.of(Map.of("exclusion", "X-G-08"))))
        .expect(201);
    var refused = damage.read();
    assertThat(refused.text("/stage")).isEqualTo("REFUSED");
    assertThat(refused.text("/state/refusal/codes/0")).isEqualTo("EXCLUDED");
    assertThat(refused.text("/state/refusal/findings/0")).isEqualTo("X-G-08");
    assertThat(plan.available("REPLACEMENT")).isEqualTo(2);
    assertRefused(damage.claim("DAMAGE"), "CASE_CLOSED");
    plan.damage(serial, "2023-04-01").claim("DAMAGE").expect(201);
  }

  @Test
  void a_recovered_aircraft_that_came_back_is_owed_no_more() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    plan.flownAway(serial, MAVIC, "2023-03-01");
    var loss = plan.desk().get(plan.path() + "/events").at("/data");
    var caseId =
        loss.valueStream()
            .filter(event -> event.path("type").stringValue().equals("CaseOpened"))
            .findFirst()
            .orElseThrow()
            .at("/payload/caseId")
            .stringValue();
    var path = plan.path() + "/cases/" + caseId;
    desk.post(path + "/recoveries", Map.of("recoveredAt", "2023-08-20T10:00:00Z")).expect(201);
    var owed = plan.on("2023-09-01").at("/obligations/0");
    assertThat(owed.path("returnedAt").isNull()).isTrue();
    desk.post(path + "/recovered-returns", Map.of("returnedAt", "2023-08-25T10:00:00Z"))
        .expect(201);
    assertThat(plan.on("2023-09-01").text("/obligations/0/returnedAt"))
        .isEqualTo("2023-08-25T10:00:00Z");
  }
}
