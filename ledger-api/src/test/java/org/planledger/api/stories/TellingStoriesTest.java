package org.planledger.api.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.api.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;

/// The stories that the terms are tried with, over HTTP from outside: what a repair centre would
/// see on the wire.
@OnEachServer
class TellingStoriesTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  TellingStoriesTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_third_damage_on_a_one_year_plan_finds_the_quota_used_up() {
    var plan = desk.sell("ONE_YEAR");
    var first = plan.bind(MAVIC);
    var second = plan.replaced(first, MAVIC, "2023-03-01");
    var third = plan.replaced(second, MAVIC, "2023-04-01");
    var claim = plan.damage(third, "2023-05-01").claim("DAMAGE");
    assertRefused(claim, "QUOTA_EXHAUSTED");
    assertThat(claim.text("/type")).isEqualTo("/problems/quota-exhausted");
    assertThat(claim.text("/detail")).startsWith("2 of 2 replacements are used");
    assertThat(available(plan, "REPLACEMENT")).isZero();
  }

  @Test
  void a_second_flyaway_on_a_one_year_plan_is_refused_although_a_replacement_is_left() {
    var plan = desk.sell("ONE_YEAR");
    var first = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    var second = plan.flownAway(first, MAVIC, "2023-03-01");
    plan.link("2023-03-02T10:00:00Z");
    assertRefused(plan.loss(second, "2023-04-01").claim("FLYAWAY"), "FLYAWAY_LIMIT_REACHED");
    assertThat(available(plan, "REPLACEMENT")).isEqualTo(1);
    assertThat(available(plan, "FLYAWAY")).isZero();
  }

  @Test
  void a_two_year_plan_takes_two_flyaways_and_a_damage_in_any_order() {
    var plan = desk.sell("TWO_YEAR");
    var first = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    var second = plan.flownAway(first, MAVIC, "2023-03-01");
    plan.link("2023-03-02T10:00:00Z");
    var third = plan.flownAway(second, MAVIC, "2023-09-01");
    plan.link("2023-09-02T10:00:00Z");
    assertRefused(plan.loss(third, "2023-10-01").claim("FLYAWAY"), "FLYAWAY_LIMIT_REACHED");
    plan.replaced(third, MAVIC, "2023-11-01");
    assertThat(available(plan, "REPLACEMENT")).isZero();
  }

  @Test
  void a_two_year_plan_takes_three_damages() {
    var plan = desk.sell("TWO_YEAR");
    var first = plan.bind(MAVIC);
    var second = plan.replaced(first, MAVIC, "2023-03-01");
    var third = plan.replaced(second, MAVIC, "2023-04-01");
    plan.replaced(third, MAVIC, "2023-05-01");
    assertThat(available(plan, "REPLACEMENT")).isZero();
  }

  @Test
  void a_reservation_keeps_the_last_replacement_until_its_case_lapses() {
    var plan = desk.sell("ONE_YEAR");
    var first = plan.bind(MAVIC);
    var second = plan.replaced(first, MAVIC, "2023-03-01");
    var held = plan.damage(second, "2023-04-01");
    held.claim("DAMAGE").expect(201);
    var waiting = plan.damage(second, "2023-04-02");
    assertRefused(waiting.claim("DAMAGE"), "QUOTA_EXHAUSTED");
    assertThat(plan.entitlement("REPLACEMENT").path("reserved").intValue()).isEqualTo(1);
    held.withdraw().expect(201);
    waiting.claim("DAMAGE").expect(201);
  }

  @Test
  void a_chain_of_devices_answers_under_every_serial_and_serves_the_head_alone() {
    var plan = desk.sell("ONE_YEAR");
    var first = plan.bind(MAVIC);
    var original = plan.on("2023-06-01");
    var second = plan.replaced(first, MAVIC, "2023-03-01");
    var third = plan.replaced(second, MAVIC, "2023-04-01");

    var found = lookUp(first).expect(200);
    assertThat(found.text("/planId")).isEqualTo(plan.planId());
    assertThat(found.text("/status")).isEqualTo("SUPERSEDED");
    assertThat(found.text("/headDeviceId")).isEqualTo(lookUp(third).text("/deviceId"));
    assertThat(lookUp(third).text("/status")).isEqualTo("ACTIVE");

    assertRefused(
        plan.apply(plan.application("REPAIR", second, "2023-08-02T10:00:00Z")),
        "SERIAL_SUPERSEDED");

    for (var serial : List.of(first, second)) {
      assertRefused(
          desk.sell("ONE_YEAR").bind(SoldPlan.device(serial, MAVIC, "US")), "ALREADY_BOUND_ONCE");
    }
    assertRefused(
        desk.sell("ONE_YEAR").bind(SoldPlan.device(third, MAVIC, "US")),
        "ALREADY_BOUND_ONCE",
        "SERIAL_ALREADY_COVERED");

    var now = plan.on("2023-06-01");
    for (var service : List.of("REPLACEMENT", "OFFICIAL_WARRANTY")) {
      assertThat(now.at("/windows/" + service)).isEqualTo(original.at("/windows/" + service));
    }
    assertThat(now.at("/warranty/CAMERA/until")).isEqualTo(original.at("/warranty/CAMERA/until"));
    assertThat(now.text("/warranty/CAMERA/inheritedFrom"))
        .isEqualTo(lookUp(second).text("/deviceId"));
  }

  @Test
  void a_lost_aircraft_that_is_found_before_the_payment_costs_nothing() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    var loss = plan.loss(serial, "2023-03-01");
    loss.claim("FLYAWAY").expect(201);
    loss.report().expect(201);
    assertThat(lookUp(serial).text("/status")).isEqualTo("RESTRICTED");
    loss.cancelReport().expect(201);
    assertThat(lookUp(serial).text("/status")).isEqualTo("ACTIVE");
    assertThat(available(plan, "REPLACEMENT")).isEqualTo(2);
    assertThat(plan.on("2023-06-01").text("/reward/status")).isEqualTo("ON_TRACK");
    assertThat(loss.read().text("/stage")).isEqualTo("WITHDRAWN");
  }

  @Test
  void a_lost_aircraft_that_is_found_after_the_payment_is_the_providers() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    var loss = plan.loss(serial, "2023-03-01");
    loss.claim("FLYAWAY").expect(201);
    loss.report().expect(201);
    loss.payQuoted().expect(201);
    assertRefused(loss.cancelReport(), "CANCEL_AFTER_PAYMENT");
    var recovered = loss.step("recoveries", Map.of("recoveredAt", "2023-08-20T10:00:00Z"));
    var position = recovered.expect(201).at("/position").longValue();
    var obligations =
        desk.get("/v1/obligations?planId=%s&minPosition=%d".formatted(plan.planId(), position));
    assertThat(obligations.at("/data")).hasSize(1);
    assertThat(lookUp(serial).text("/status")).isEqualTo("OWNED_BY_PROVIDER");
    assertThat(plan.entitlement("REPLACEMENT").path("reserved").intValue()).isEqualTo(1);
  }

  @Test
  void a_controller_unlinked_a_minute_before_the_last_contact_bars_the_flyaway() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    plan.unlink("CONTROLLER", "2023-03-01T18:59:00Z").expect(201);
    var loss = plan.loss(serial, "2023-03-01");
    loss.claim("FLYAWAY").expect(201);
    assertRefused(loss.report(), "LINK_REMOVED_BEFORE_FLYAWAY");
  }

  @Test
  void a_controller_unlinked_a_minute_after_the_last_contact_does_no_harm() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    plan.link("2023-01-20T10:00:00Z");
    plan.unlink("CONTROLLER", "2023-03-01T19:01:00Z").expect(201);
    var loss = plan.loss(serial, "2023-03-01");
    loss.claim("FLYAWAY").expect(201);
    loss.report().expect(201);
  }

  @Test
  void a_phantom_is_complete_without_its_battery() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind("PHANTOM_4_PRO_V2_0");
    var damage = plan.open("REPAIR", serial, "2023-03-01T20:00:00Z");
    damage.received(withoutBattery());
    damage.assessed("ACCIDENT").claim("DAMAGE").expect(201);
    damage.payQuoted().expect(201);
    damage.shipped("PHANTOM_4_PRO_V2_0");
  }

  @Test
  void a_mini_is_incomplete_without_its_battery_until_its_material_is_paid() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind("MINI_3_PRO");
    var damage = plan.open("REPAIR", serial, "2023-03-01T20:00:00Z");
    damage.received(withoutBattery());
    damage.assessed("ACCIDENT").claim("DAMAGE").expect(201);
    damage.payQuoted().expect(201);
    var refused = damage.ship(Desk.newSerial(), "MINI_3_PRO");
    assertRefused(refused, "COMPONENTS_MISSING");
    assertThat(refused.at("/decision/remedies").toString())
        .isEqualTo("[\"RECORD_RECEIPT\",\"PAY_MISSING_MATERIAL\"]");
    var due =
        refused
            .at("/decision/conditions")
            .valueStream()
            .filter(condition -> !condition.path("holds").booleanValue())
            .findFirst()
            .orElseThrow()
            .at("/inputs/due");
    damage
        .pay(due.path("minor").longValue(), due.path("currency").stringValue(), "MISSING_MATERIAL")
        .expect(201);
    damage.shipped("MINI_3_PRO");
  }

  @Test
  void an_express_application_on_the_last_covered_day_is_the_last_one() {
    // The last covered day is 14 January 2024; the days of the United States end in Honolulu.
    var lastDay = express("2024-01-15T09:59:00Z");
    lastDay.expect(201);
    var nextDay = express("2024-01-15T10:00:00Z");
    assertRefused(nextDay, "OUTSIDE_VALIDITY");
  }

  @Test
  void the_local_day_counts_even_where_utc_is_a_day_behind() {
    // In Japan 15 January begins at 15:00 UTC on the 14th.
    var plan = desk.sell("ONE_YEAR", "JP", "JPY");
    var serial = plan.bind(MAVIC);
    var application = plan.application("FLYAWAY", serial, "2025-01-14T15:00:00Z");
    assertRefused(plan.apply(application), "OUTSIDE_VALIDITY");
    plan.open("FLYAWAY", serial, "2025-01-14T14:59:00Z");
  }

  @Test
  void two_grounds_are_told_at_once_in_catalogue_order() {
    var plan = desk.sell("ONE_YEAR");
    var serial = Desk.newSerial();
    var device = SoldPlan.device(serial, MAVIC, "US");
    device.put("purchase", Map.of("region", "US", "channel", "OTHER", "purchasedOn", "2023-01-10"));
    plan.bind(device).expect(201);
    var abroad = plan.application("REPAIR", serial, "2023-03-01T20:00:00Z");
    abroad.put("region", "JP");
    assertRefused(plan.apply(abroad), "OUTSIDE_COVERAGE_AREA", "CHANNEL_NOT_AUTHORISED");
  }

  /// An express application at a moment, paid as quoted.
  private Answer express(String at) {
    var plan = desk.sell("ONE_YEAR");
    var application = plan.express(plan.bind(MAVIC), "2023-06-01T10:00:00Z");
    application.put("submittedAt", at);
    application.put("incidentAt", at);
    return plan.apply(application);
  }

  private Answer lookUp(String serial) {
    return desk.post("/v1/device-lookups", Map.of("serialNumber", serial, "reason", "a test"));
  }

  private static List<Map<String, Object>> withoutBattery() {
    return List.of(
        Map.of("part", "AIRCRAFT", "quantity", 1),
        Map.of("part", "GIMBAL", "quantity", 1),
        Map.of("part", "CAMERA", "quantity", 1),
        Map.of("part", "PROPELLER_PAIR", "quantity", 2));
  }

  private static int available(SoldPlan plan, String service) {
    return plan.entitlement(service).path("available").intValue();
  }
}
