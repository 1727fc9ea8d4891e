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

/// Service that is asked for elsewhere than where the plan was bought, and grounds that two persons
/// overrule.
@OnEachServer
class ServingAbroadTest {
  private static final String JAPAN = "JP";

  private final Desk desk;

  ServingAbroadTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void an_aircraft_is_not_served_abroad_unless_two_persons_overrule_it() {
    var plan = desk.sell("ONE_YEAR");
    var abroad = plan.application("REPAIR", plan.bind("MAVIC_3"), "2023-03-01T20:00:00Z");
    abroad.put("region", JAPAN);
    var refused = plan.apply(abroad);
    assertRefused(refused, "OUTSIDE_COVERAGE_AREA");
    assertThat(remedies(refused)).containsExactly("WAIVE_REFUSAL");
    abroad.put("waiver", waiver("trial", "OUTSIDE_COVERAGE_AREA"));
    assertRefused(plan.apply(abroad), "OUTSIDE_COVERAGE_AREA", "NOT_WAIVABLE");
    abroad.put("waiver", waiver("bob", "OUTSIDE_COVERAGE_AREA"));
    plan.apply(abroad).expect(201);
  }

  @Test
  void a_stabiliser_is_served_in_japan_by_the_fees_of_japan() {
    var plan = desk.sell("ONE_YEAR");
    var abroad = plan.application("REPAIR", plan.bind("RS_3"), "2023-03-01T20:00:00Z");
    abroad.put("region", JAPAN);
    abroad.put("proofOfPurchase", "receipt 4711");
    var opened = plan.open(abroad);
    assertThat(opened.read().text("/state/region")).isEqualTo(JAPAN);
    var fee = opened.offer("REPLACEMENT").path("fee");
    assertThat(fee.at("/amount/currency").stringValue()).isEqualTo("JPY");
  }

  @Test
  void without_a_proof_of_purchase_that_alone_is_the_ground() {
    var plan = desk.sell("ONE_YEAR");
    var abroad = plan.application("REPAIR", plan.bind("RS_3"), "2023-03-01T20:00:00Z");
    abroad.put("region", JAPAN);
    var refused = plan.apply(abroad);
    assertRefused(refused, "PROOF_OF_PURCHASE_MISSING");
    assertThat(remedies(refused)).contains("PROOF_OF_PURCHASE");
  }

  @Test
  void a_quota_is_overruled_by_nobody() {
    var plan = desk.sell("ONE_YEAR");
    var application = plan.application("REPAIR", plan.bind("MAVIC_3"), "2023-03-01T20:00:00Z");
    application.put("waiver", waiver("bob", "QUOTA_EXHAUSTED"));
    var refused = plan.apply(application);
    assertRefused(refused, "NOT_WAIVABLE");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/waiver/codes");
  }

  private static Map<String, Object> waiver(String approvedBy, String code) {
    return Map.of("codes", List.of(code), "reason", "A good customer.", "approvedBy", approvedBy);
  }
}
