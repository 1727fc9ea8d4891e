package org.planledger.api.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.ReadRow;
import org.planledger.core.store.Reads;

@OnEachServer
class FindingDevicesTest {
  private static final String MAVIC = "MAVIC_3";

  private final Desk desk;

  FindingDevicesTest(LedgerServer server) {
    desk = new Desk(server);
  }

  @Test
  void a_device_is_found_however_its_serial_is_spelt() {
    var plan = desk.sell("ONE_YEAR");
    var serial = plan.bind(MAVIC);
    var spelt = serial.substring(0, 4) + " " + serial.substring(4).toLowerCase(Locale.ROOT);
    var found = lookUp(spelt, "customer at the counter").expect(200);
    assertThat(found.text("/planId")).isEqualTo(plan.planId());
    assertThat(found.text("/maskedSerial")).isEqualTo("****" + serial.substring(16));
    assertThat(found.text("/status")).isEqualTo("ACTIVE");
    assertThat(found.body()).doesNotContain(serial);
    var device = desk.get("/v1/devices/" + found.text("/deviceId")).expect(200);
    assertThat(device.at("/covered").booleanValue()).isTrue();
    assertThat(device.text("/model")).isEqualTo(MAVIC);
    assertThat(device.body()).doesNotContain(serial);
  }

  @Test
  void every_look_up_is_recorded_found_or_not() {
    var reads = desk.server().part(LedgerStore.class).reads();
    long last = after(reads, 0).stream().mapToLong(ReadRow::number).max().orElse(0);
    var serial = Desk.newSerial();
    assertThat(lookUp(serial, "is it ours?").expect(404).text("/code")).isEqualTo("UNKNOWN_DEVICE");
    var recorded = after(reads, last).getLast().read();
    assertThat(recorded.reason()).isEqualTo("is it ours?");
    assertThat(recorded.actor()).isEqualTo("trial");
    assertThat(recorded.found()).isFalse();
  }

  @Test
  void a_look_up_without_a_reason_is_refused() {
    var answer =
        desk.post("/v1/device-lookups", Map.of("serialNumber", Desk.newSerial())).expect(400);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo("/reason");
  }

  @Test
  void the_lineage_shows_the_inherited_warranty_as_arithmetic() {
    var plan = desk.sell("ONE_YEAR");
    var first = plan.bind(MAVIC);
    var second = plan.replaced(first, MAVIC, "2023-03-01");
    var firstId = lookUp(first, "test").text("/deviceId");
    var secondId = lookUp(second, "test").text("/deviceId");
    var lineage = desk.get("/v1/devices/" + firstId + "/lineage").expect(200);
    assertThat(lineage.text("/headDeviceId")).isEqualTo(secondId);
    assertThat(lineage.at("/chain")).hasSize(2);
    assertThat(lineage.text("/chain/0/cause")).isEqualTo("PURCHASE");
    assertThat(lineage.text("/chain/0/replaced/byDeviceId")).isEqualTo(secondId);
    assertThat(lineage.text("/chain/0/replaced/service")).isEqualTo("REPLACEMENT");
    assertThat(lineage.text("/chain/1/cause")).isEqualTo("REPLACEMENT");
    assertThat(lineage.text("/chain/1/inheritedFrom")).isEqualTo(firstId);
    assertThat(lineage.at("/chain/1/replaced").isNull()).isTrue();
    var camera =
        lineage
            .at("/chain/1/warranty")
            .valueStream()
            .filter(part -> part.path("part").stringValue().equals("CAMERA"))
            .findFirst()
            .orElseThrow();
    assertThat(camera.path("inherited").booleanValue()).isTrue();
    assertThat(camera.path("arithmetic").stringValue())
        .isEqualTo("2023-01-15 + 12 months = 2024-01-15, taken over unchanged");
    assertThat(desk.get("/v1/devices/" + secondId + "/lineage").at("/chain"))
        .isEqualTo(lineage.at("/chain"));
  }

  @Test
  void eligibility_tells_fees_and_reasons_before_there_is_a_case() {
    var plan = desk.sell("ONE_YEAR");
    var device = lookUp(plan.bind(MAVIC), "test").text("/deviceId");
    var path = "/v1/devices/" + device + "/eligibility";
    var inTime = desk.get(path + "?on=2023-06-01&region=US").expect(200);
    var express = service(inTime, "EXPRESS", "DAMAGE");
    assertThat(express.at("/eligible").booleanValue()).isTrue();
    assertThat(express.at("/fee/amount/minor").longValue()).isEqualTo(15900);
    var flyaway = service(inTime, "ONLINE_REPAIR", "FLYAWAY");
    assertThat(flyaway.path("codes").toString()).isEqualTo("[\"LINK_MISSING\"]");
    var late = desk.get(path + "?on=2024-01-15").expect(200);
    assertThat(service(late, "EXPRESS", "DAMAGE").path("codes").toString())
        .contains("OUTSIDE_VALIDITY");
    var abroad = desk.get(path + "?on=2023-06-01&region=JP").expect(200);
    assertThat(service(abroad, "EXPRESS", "DAMAGE").path("codes").toString())
        .contains("OUTSIDE_COVERAGE_AREA");
  }

  private Answer lookUp(String serial, String reason) {
    return desk.post("/v1/device-lookups", Map.of("serialNumber", serial, "reason", reason));
  }

  private static List<ReadRow> after(Reads reads, long number) {
    return reads.after(number, 10_000);
  }

  private static tools.jackson.databind.JsonNode service(
      Answer answer, String process, String mode) {
    return answer
        .at("/services")
        .valueStream()
        .filter(row -> row.path("process").asString("").equals(process))
        .filter(row -> row.path("mode").asString("").equals(mode))
        .findFirst()
        .orElseThrow();
  }
}
