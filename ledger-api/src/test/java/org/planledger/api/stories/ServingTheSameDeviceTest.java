package org.planledger.api.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.api.testing.OpenedCase.component;
import static org.planledger.api.testing.OpenedCase.line;
import static org.planledger.api.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import tools.jackson.databind.JsonNode;

/// Repairs and maintenance, after which the customer has the same device back.
@OnEachServer
class ServingTheSameDeviceTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  ServingTheSameDeviceTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_discounted_repair_is_claimed_paid_and_sent_back() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    damage.discount(List.of(line("GIMBAL", 10_000, 5_000))).expect(201);
    assertThat(plan.entitlement("REPAIR_DISCOUNT").path("reserved").intValue()).isEqualTo(1);
    var claim = damage.read().at("/state/discountClaim");
    // In the United States the sample tariff takes 30 % off the material and 20 % off the labour.
    assertThat(claim.at("/total/minor").longValue()).isEqualTo(7_000 + 4_000);
    assertThat(claim.at("/lines/0/discounted").booleanValue()).isTrue();
    assertThat(claim.path("sample").booleanValue()).isTrue();
    assertRefused(damage.completed(), "FEE_NOT_PAID");
    damage.payQuoted().expect(201);
    assertThat(damage.read().text("/waitsFor/command")).isEqualTo("CompleteRepair");
    damage.completed().expect(201);
    assertThat(damage.read().text("/stage")).isEqualTo("SETTLED");
    assertThat(damage.read().text("/state/repair/service")).isEqualTo("REPAIR_DISCOUNT");
    assertThat(plan.available("REPAIR_DISCOUNT")).isEqualTo(1);
    assertThat(plan.available("REPLACEMENT")).isEqualTo(2);
  }

  @Test
  void a_part_that_was_not_sent_in_is_repaired_at_its_full_price() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.open("REPAIR", plan.bind("MINI_3_PRO"), "2023-03-01T20:00:00Z");
    damage.received(List.of(component("AIRCRAFT", 1), component("GIMBAL", 1)));
    damage.assessed("ACCIDENT");
    damage.discount(List.of(line("GIMBAL", 10_000, 5_000), line("BATTERY", 6_500, 0))).expect(201);
    var lines = damage.read().at("/state/discountClaim/lines");
    assertThat(lines.at("/0/payable/minor").longValue()).isEqualTo(11_000);
    assertThat(lines.at("/1/discounted").booleanValue()).isFalse();
    assertThat(lines.at("/1/payable/minor").longValue()).isEqualTo(6_500);
  }

  @Test
  void the_extended_warranty_has_no_batteries_of_a_mavic_and_those_of_an_action_camera() {
    var mavic = batteryFault(MAVIC);
    assertThat(mavic.path("open").booleanValue()).isFalse();
    assertThat(codes(mavic)).containsExactly("PART_NOT_COVERED");
    var camera = batteryFault("OSMO_ACTION_3");
    assertThat(camera.path("open").booleanValue()).isTrue();
  }

  @Test
  void a_crash_against_the_manual_leaves_replacement_and_discount() {
    var plan = desk.sell("TWO_YEAR");
    var damage = plan.open("REPAIR", plan.bind(MAVIC), "2024-04-10T20:00:00Z").received();
    damage.assessed("QUALITY_FAULT", List.of("CAMERA"), "X-W-03");
    assertThat(damage.offer("EXTENDED_WARRANTY").path("open").booleanValue()).isFalse();
    assertThat(damage.offer("REPLACEMENT").path("open").booleanValue()).isTrue();
    assertThat(damage.offer("REPAIR_DISCOUNT").path("open").booleanValue()).isTrue();
  }

  @Test
  void maintenance_is_used_when_it_is_carried_out_and_then_sent_back() {
    var plan = desk.sell("ONE_YEAR");
    var maintenance = plan.open("MAINTENANCE", plan.bind(MAVIC), "2023-03-01T20:00:00Z");
    assertThat(maintenance.read().at("/state/sendBack").isNull()).isTrue();
    maintenance.maintained("PROPELLER_PAIR", "CAMERA").expect(201);
    var done = maintenance.read().at("/state/maintenance");
    assertThat(done.path("wornParts").toString()).isEqualTo("[\"PROPELLER_PAIR\"]");
    assertThat(done.path("chargeableParts").toString()).isEqualTo("[\"CAMERA\"]");
    assertThat(plan.available("MAINTENANCE")).isZero();
    assertThat(maintenance.read().text("/waitsFor/command")).isEqualTo("CompleteRepair");
    maintenance.completed().expect(201);
    assertThat(maintenance.read().text("/state/repair/service")).isEqualTo("MAINTENANCE");
  }

  @Test
  void without_the_remote_controller_nothing_is_maintained() {
    var plan = desk.sell("ONE_YEAR");
    var maintenance = plan.open("MAINTENANCE", plan.bind(MAVIC), "2023-03-01T20:00:00Z");
    maintenance.received();
    var refused =
        maintenance.step(
            "maintenance-confirmations",
            Map.of("confirmedAt", "2023-03-02T10:00:00Z", "wornParts", List.of()));
    assertRefused(refused, "COMPONENTS_MISSING");
  }

  @Test
  void whoever_decides_against_the_plan_uses_nothing_of_it() {
    var plan = desk.sell("ONE_YEAR");
    var damage = plan.damage(plan.bind(MAVIC), "2023-03-01");
    damage
        .step(
            "repair-completions", Map.of("completedAt", "2023-03-02T10:00:00Z", "fullPrice", true))
        .expect(201);
    assertThat(damage.read().at("/state/repair/service").isNull()).isTrue();
    assertThat(plan.available("REPAIR_DISCOUNT")).isEqualTo(2);
    assertThat(plan.on("2023-06-01").text("/reward/status")).isEqualTo("ON_TRACK");
  }

  @Test
  void a_serial_that_a_repair_has_changed_is_followed() {
    var plan = desk.sell("ONE_YEAR");
    var first = plan.bind(MAVIC);
    var damage = plan.damage(first, "2023-03-01");
    damage.discount(List.of(line("GIMBAL", 10_000, 5_000))).expect(201);
    damage.payQuoted().expect(201);
    var second = Desk.newSerial();
    damage
        .step(
            "repair-completions",
            Map.of("completedAt", "2023-03-02T10:00:00Z", "newSerialNumber", second))
        .expect(201);
    assertThat(desk.lookUp(first).text("/status")).isEqualTo("SUPERSEDED");
    var device = desk.lookUp(second);
    assertThat(device.text("/planId")).isEqualTo(plan.planId());
    var lineage = desk.get("/v1/devices/" + device.text("/deviceId") + "/lineage").expect(200);
    assertThat(lineage.text("/chain/1/cause")).isEqualTo("REPAIR");
    assertThat(lineage.text("/chain/0/replaced/service")).isEqualTo("REPAIR_DISCOUNT");
  }

  /// How the extended warranty stands to a battery that failed in month 15.
  private JsonNode batteryFault(String model) {
    var plan = desk.sell("TWO_YEAR");
    var fault = plan.open("REPAIR", plan.bind(model), "2024-04-10T20:00:00Z").receivedAll(model);
    fault.assessed("QUALITY_FAULT", List.of("BATTERY"));
    return fault.offer("EXTENDED_WARRANTY");
  }

  private static List<String> codes(JsonNode offer) {
    return offer.path("codes").valueStream().map(JsonNode::stringValue).toList();
  }
}
