package org.planledger.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.api.testing.OpenedCase.line;
import static org.planledger.api.testing.Refusals.assertRefused;
import static org.planledger.api.testing.Refusals.remedies;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerHttp;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;

/// What a refusal says would help is possible: its rehearsal says so too.
@OnEachServer
class CuringARefusalTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  CuringARefusalTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void where_no_replacement_is_left_a_discount_is_and_would_be_accepted() {
    var plan = desk.sell("ONE_YEAR");
    var second = plan.replaced(plan.bind(MAVIC), MAVIC, "2023-03-01");
    var third = plan.replaced(second, MAVIC, "2023-04-01");
    var damage = plan.damage(third, "2023-05-01");
    var refused = damage.claim("DAMAGE");
    assertRefused(refused, "QUOTA_EXHAUSTED");
    assertThat(remedies(refused)).containsExactly("REPAIR_DISCOUNT");
    var claim = damage.discountClaim(List.of(line("GIMBAL", 10_000, 5_000)));
    assertApplies(desk.rehearse(damage.path() + "/repair-discount-claims", claim));
  }

  @Test
  void where_nothing_is_left_nothing_is_named() {
    var plan = desk.sell("ONE_YEAR");
    var second = plan.replaced(plan.bind(MAVIC), MAVIC, "2023-03-01");
    var third = plan.replaced(second, MAVIC, "2023-04-01");
    plan.damage(third, "2023-05-01").repairedAtADiscount();
    plan.damage(third, "2023-06-01").repairedAtADiscount();
    var refused = plan.damage(third, "2023-07-01").claim("DAMAGE");
    assertThat(remedies(refused)).isEmpty();
  }

  @Test
  void a_step_that_is_not_possible_yet_is_no_remedy() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.open("REPAIR", plan.bind(MAVIC), "2023-03-01T20:00:00Z");
    var early = damage.ship(Desk.newSerial(), MAVIC);
    assertThat(early.codes()).contains("NOT_CONFIRMED", "ORIGINAL_NOT_RECEIVED");
    assertThat(remedies(early)).containsExactly("RECORD_RECEIPT");
    damage.received().assessed("ACCIDENT");
    var later = damage.ship(Desk.newSerial(), MAVIC);
    assertThat(remedies(later)).containsExactly("CLAIM_REPLACEMENT", "CLAIM_REPAIR_DISCOUNT");
    var claim = Map.of("mode", "DAMAGE", "claimedAt", "2023-03-01T22:10:00Z");
    assertApplies(desk.rehearse(damage.path() + "/replacement-claims", claim));
  }

  @Test
  void an_express_request_that_the_quota_bars_can_be_made_online() {
    var plan = desk.sell("ONE_YEAR");
    var second = plan.replaced(plan.bind(MAVIC), MAVIC, "2023-03-01");
    var application = plan.express(second, "2023-05-01T20:00:00Z");
    var third = plan.replaced(second, MAVIC, "2023-04-01");
    application.put("serialNumber", third);
    var refused = plan.apply(application);
    assertThat(refused.codes()).contains("QUOTA_EXHAUSTED");
    assertThat(remedies(refused)).contains("ONLINE_REPAIR");
    var online = plan.application("REPAIR", third, "2023-05-01T20:00:00Z");
    assertApplies(desk.rehearse(plan.path() + "/cases", online));
  }

  @Test
  void a_refusal_that_is_repeated_names_the_remedies_of_then() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    var key = LedgerHttp.newKey();
    var body =
        Map.of(
            "serialNumber", Desk.newSerial(), "model", MAVIC, "shippedAt", "2023-03-02T10:00:00Z");
    var path = damage.path() + "/replacement-shipments";
    var first = desk.post(path, key, body).expect(422);
    assertThat(remedies(first)).contains("CLAIM_REPLACEMENT");
    damage.withdraw().expect(201);
    var again = desk.post(path, key, body).expect(422);
    assertThat(again.header("Idempotency-Hit")).contains("true");
    assertThat(again.body()).isEqualTo(first.body());
    var kept = desk.get(first.text("/instance")).expect(200);
    assertThat(kept.at("/decision")).isEqualTo(first.at("/decision"));
  }

  private static void assertApplies(Answer preview) {
    assertThat(preview.expect(200).at("/wouldApply").booleanValue()).as("%s", preview).isTrue();
  }
}
