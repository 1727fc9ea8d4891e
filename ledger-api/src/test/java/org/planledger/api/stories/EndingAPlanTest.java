package org.planledger.api.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planledger.api.testing.Refusals.assertRefused;
import static org.planledger.api.testing.Refusals.remedies;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;

/// Plans that are left, returned, upgraded or were bound to the wrong device.
@OnEachServer
class EndingAPlanTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  EndingAPlanTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void an_exit_that_is_only_asked_for_ends_nothing() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    var early = confirmExit(plan);
    assertRefused(early, "EXIT_NOT_REQUESTED");
    assertThat(remedies(early)).containsExactly("REQUEST_EXIT");
    plan.step("exit-requests", Map.of("at", "2023-02-01T10:00:00Z")).expect(201);
    var read = plan.on("2023-03-01");
    assertThat(read.text("/status")).isEqualTo("ACTIVE");
    assertThat(read.text("/end/exitRequestedAt")).isEqualTo("2023-02-01T10:00:00Z");
    var damage = plan.damage(serial, "2023-03-01");
    damage.claim("DAMAGE").expect(201);

    var refused = confirmExit(plan);
    assertRefused(refused, "CASE_OPEN");
    assertThat(remedies(refused)).containsExactly("WITHDRAW_CASE");
    damage.withdraw().expect(201);
    confirmExit(plan).expect(201);
    var after = plan.on("2023-03-20");
    assertThat(after.text("/status")).isEqualTo("EXITED");
    assertThat(after.text("/end/exitConfirmedBy")).isEqualTo("trial");
    assertRefused(
        plan.apply(plan.application("REPAIR", serial, "2023-04-01T10:00:00Z")), "PLAN_ENDED");
    assertRefused(plan.step("exit-requests", Map.of("at", "2023-04-01T10:00:00Z")), "PLAN_ENDED");
  }

  @Test
  void a_plan_goes_back_after_its_product_and_for_its_price() {
    var plan = desk.sell("ONE_YEAR");
    plan.bind(MAVIC);
    var request = Map.of("requestedAt", "2023-01-25T10:00:00Z");
    var refused = plan.step("returns", request);
    assertRefused(refused, "PRODUCT_NOT_RETURNED");
    assertThat(remedies(refused)).containsExactly("RECORD_PRODUCT_RETURN");
    plan.step("product-returns", Map.of("returnedOn", "2023-01-24", "reference", "shop"))
        .expect(201);
    plan.step("returns", request).expect(201);
    var read = plan.on("2023-02-01");
    assertThat(read.text("/status")).isEqualTo("RETURNED");
    assertThat(read.text("/end/productReturnedOn")).isEqualTo("2023-01-24");
    assertThat(read.at("/end/refund")).isEqualTo(read.at("/pricePaid"));
  }

  @Test
  void an_upgrade_leaves_the_better_of_both_editions() {
    var plan = desk.sell("TWO_YEAR");
    plan.bind(MAVIC);
    assertThat(plan.available("REPLACEMENT")).isEqualTo(3);
    var tooEarly = Map.of("edition", "2023-07", "at", "2023-07-01T10:00:00Z");
    assertRefused(plan.step("terms-upgrades", tooEarly), "TERMS_NOT_ACCEPTED");
    plan.step("terms-upgrades", Map.of("edition", "2023-07", "at", "2023-08-01T10:00:00Z"))
        .expect(201);
    assertThat(plan.available("REPLACEMENT")).isEqualTo(4);
    var read = plan.on("2023-09-01");
    assertThat(read.text("/terms/edition")).isEqualTo("2023-07");
    assertThat(read.text("/termsUpgrades/0/from/edition")).isEqualTo("2022-10");
  }

  @Test
  void a_mistyped_serial_is_corrected_by_two_persons_who_saw_the_plan() {
    var plan = desk.sell("ONE_YEAR");
    var wrong = plan.bind(MAVIC);
    var right = Desk.newSerial();
    var body =
        Map.of(
            "wrongSerialNumber",
            wrong,
            "device",
            SoldPlan.device(right, MAVIC, "US"),
            "reason",
            "Two digits were swapped.",
            "approvedBy",
            "bob");
    var path = plan.path() + "/binding-corrections";
    assertThat(desk.post(path, body).expect(428).text("/code")).isEqualTo("PRECONDITION_REQUIRED");
    desk.postIf("*", path, body).expect(428);
    desk.postIf("\"0\"", path, body).expect(412);
    var tag = desk.get(plan.path()).header("ETag").orElseThrow();
    desk.postIf(tag, path, body).expect(201);

    var device = desk.lookUp(right);
    assertThat(device.text("/planId")).isEqualTo(plan.planId());
    var freed = desk.lookUp(wrong).expect(200);
    assertThat(freed.text("/status")).isEqualTo("UNBOUND");
    assertThat(freed.at("/planId").isNull()).isTrue();
    desk.get("/v1/devices/" + freed.text("/deviceId")).expect(200);
    desk.get("/v1/devices/" + freed.text("/deviceId") + "/lineage").expect(404);
    var correction = plan.on("2023-06-01").at("/bindingCorrections/0");
    assertThat(correction.path("wrongDeviceId").stringValue()).isEqualTo(freed.text("/deviceId"));
    assertThat(correction.path("approvedBy").stringValue()).isEqualTo("bob");
    var lineage = desk.get("/v1/devices/" + device.text("/deviceId") + "/lineage").expect(200);
    assertThat(lineage.text("/undone/0/deviceId")).isEqualTo(freed.text("/deviceId"));
    assertThat(lineage.at("/chain")).hasSize(1);
    desk.sell("ONE_YEAR").bind(SoldPlan.device(wrong, MAVIC, "US")).expect(201);
  }

  @Test
  void one_person_alone_corrects_nothing() {
    var plan = desk.sell("ONE_YEAR");
    var wrong = plan.bind(MAVIC);
    var body =
        Map.of(
            "wrongSerialNumber",
            wrong,
            "device",
            SoldPlan.device(Desk.newSerial(), MAVIC, "US"),
            "reason",
            "Two digits were swapped.",
            "approvedBy",
            "trial");
    var tag = desk.get(plan.path()).header("ETag").orElseThrow();
    assertRefused(
        desk.postIf(tag, plan.path() + "/binding-corrections", body), "PROCESS_NOT_FOLLOWED");
  }

  private static Answer confirmExit(SoldPlan plan) {
    return plan.step("exit-confirmations", Map.of("at", "2023-03-15T10:00:00Z"));
  }
}
