package org.planledger.api.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.api.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;

/// What a plan is worth in the year after it.
@OnEachServer
class RewardingSafeFlightTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  RewardingSafeFlightTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void maintenance_and_extended_warranty_leave_the_reward_and_bar_the_return() {
    var plan = desk.sell("TWO_YEAR");
    var serial = plan.bind(MAVIC);
    var maintenance = plan.open("MAINTENANCE", serial, "2023-03-01T20:00:00Z");
    maintenance.maintained().expect(201);
    maintenance.completed().expect(201);
    var fault = plan.open("REPAIR", serial, "2024-04-10T20:00:00Z").received();
    fault.assessed("QUALITY_FAULT", List.of("CAMERA"));
    fault.completed().expect(201);
    assertThat(fault.read().text("/state/repair/service")).isEqualTo("EXTENDED_WARRANTY");
    assertThat(plan.on("2025-01-15").text("/reward/status")).isEqualTo("EARNED");
    plan.step("product-returns", Map.of("returnedOn", "2024-05-01", "reference", "shop"))
        .expect(201);
    assertRefused(
        plan.step("returns", Map.of("requestedAt", "2024-05-02T10:00:00Z")),
        "SERVICE_ALREADY_USED");
  }

  @Test
  void one_discounted_repair_costs_the_reward() {
    var plan = desk.sell("ONE_YEAR");
    plan.damage(plan.bind(MAVIC), "2023-03-01").repairedAtADiscount();
    assertThat(plan.on("2023-06-01").text("/reward/status")).isEqualTo("FORFEITED");
    assertThat(plan.on("2024-01-15").text("/reward/status")).isEqualTo("FORFEITED");
    assertThat(plan.on("2024-01-15").at("/reward/recorded/forfeitedAt").isNull()).isTrue();
  }

  @Test
  void in_europe_the_reward_begins_with_the_later_of_two_ends() {
    var purchase = Desk.purchase("ONE_YEAR", "DE", "EUR", "account " + UUID.randomUUID());
    purchase.put("effectiveOn", "2023-06-15");
    var plan = desk.sell(purchase);
    var device = SoldPlan.device(Desk.newSerial(), MAVIC, "DE");
    device.put(
        "purchase", Map.of("region", "DE", "channel", "OFFICIAL", "purchasedOn", "2022-01-10"));
    device.put("warranty", Map.of("startsOn", "2022-01-15", "source", "INVOICE"));
    plan.bind(device).expect(201);
    var window = plan.on("2023-07-01").at("/reward/window");
    assertThat(window.path("from").stringValue()).isEqualTo("2024-06-15");
    assertThat(window.path("until").stringValue()).isEqualTo("2025-06-15");
  }
}
