package org.planledger.api.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A case of a test. Its steps are taken on the day of its application unless they say otherwise.
public final class OpenedCase {

  private static final List<Map<String, Object>> WHOLE_DRONE =
      List.of(
          component("AIRCRAFT", 1),
          component("GIMBAL", 1),
          component("CAMERA", 1),
          component("PROPELLER_PAIR", 2),
          component("BATTERY", 1));

  private final SoldPlan plan;
  private final String caseId;
  private final String day;

  OpenedCase(SoldPlan plan, String caseId, String day) {
    this.plan = plan;
    this.caseId = caseId;
    this.day = day;
  }

  public String caseId() {
    return caseId;
  }

  public String path() {
    return plan.path() + "/cases/" + caseId;
  }

  public Answer read() {
    return plan.desk().get(path());
  }

  /// Takes any step.
  public Answer step(String name, Map<String, ?> body) {
    return plan.desk().post(path() + "/" + name, body);
  }

  public OpenedCase received() {
    return received(WHOLE_DRONE);
  }

  public OpenedCase received(List<Map<String, Object>> components) {
    step("receipts", Map.of("receivedAt", day + "T21:00:00Z", "components", components))
        .expect(201);
    return this;
  }

  public static Map<String, Object> component(String part, int quantity) {
    return Map.of("part", part, "quantity", quantity);
  }

  public OpenedCase flightRecord(String lastContactAt) {
    step(
            "flight-records",
            Map.of("sha256", "ab".repeat(32), "reference", "log", "lastContactAt", lastContactAt))
        .expect(201);
    return this;
  }

  public OpenedCase assessed(String cause) {
    return assessed(cause, cause.equals("FLYAWAY") ? List.of() : List.of("AIRCRAFT"));
  }

  /// The centre has found this.
  ///
  /// @param findings the ids of the exclusions that were found
  public OpenedCase assessed(String cause, List<String> damagedParts, String... findings) {
    step(
            "assessments",
            Map.of(
                "assessedAt",
                day + "T22:00:00Z",
                "cause",
                cause,
                "damagedParts",
                damagedParts,
                "inOfficialWarrantyScope",
                false,
                "findings",
                Stream.of(findings).map(id -> Map.of("exclusion", id)).toList()))
        .expect(201);
    return this;
  }

  /// All that a replacement of the model asks for has arrived.
  public OpenedCase receivedAll(String model) {
    var parts =
        plan.desk()
            .get("/v1/models/" + model + "/parts?service=REPLACEMENT&region=US")
            .expect(200)
            .at("/parts")
            .valueStream()
            .map(p -> component(p.path("part").stringValue(), p.path("quantity").intValue()))
            .toList();
    return received(parts);
  }

  /// The row of a service among the offers.
  public JsonNode offer(String service) {
    return plan.desk()
        .get(path() + "/offers")
        .expect(200)
        .at("/offers")
        .valueStream()
        .filter(row -> row.path("service").stringValue().equals(service))
        .findFirst()
        .orElseThrow();
  }

  public Answer discount(List<Map<String, Object>> lines) {
    return step("repair-discount-claims", discountClaim(lines));
  }

  public Map<String, Object> discountClaim(List<Map<String, Object>> lines) {
    return Map.of("claimedAt", day + "T22:10:00Z", "lines", lines);
  }

  /// A line of a repair order in dollars.
  public static Map<String, Object> line(String part, long materialMinor, long labourMinor) {
    return Map.of(
        "part",
        part,
        "material",
        Desk.money(materialMinor, "USD"),
        "labour",
        Desk.money(labourMinor, "USD"));
  }

  public Answer completed() {
    return step("repair-completions", Map.of("completedAt", day + "T22:50:00Z"));
  }

  /// A discounted repair to its end.
  public OpenedCase repairedAtADiscount() {
    discount(List.of(line("GIMBAL", 10_000, 5_000))).expect(201);
    payQuoted().expect(201);
    completed().expect(201);
    return this;
  }

  /// Everything for maintenance has arrived, and it is carried out.
  public Answer maintained(String... wornParts) {
    var components = new ArrayList<>(WHOLE_DRONE);
    components.add(component("REMOTE_CONTROLLER", 1));
    received(components);
    return step(
        "maintenance-confirmations",
        Map.of("confirmedAt", day + "T22:30:00Z", "wornParts", List.of(wornParts)));
  }

  public Answer dispatched(String at) {
    return step("shipments-in", Map.of("dispatchedAt", at, "fromRegion", "US"));
  }

  /// Pays back what had been paid as the service fee.
  public Answer refund(long minor, String approvedBy) {
    var body = new LinkedHashMap<String, Object>();
    body.put("amount", Desk.money(minor, "USD"));
    body.put("refundedAt", "2024-06-01T10:00:00Z");
    body.put("reason", "It is only fair.");
    if (!approvedBy.isEmpty()) {
      body.put("approvedBy", approvedBy);
    }
    return step("fee-refunds", body);
  }

  public Answer claim(String mode) {
    return step("replacement-claims", Map.of("mode", mode, "claimedAt", day + "T22:10:00Z"));
  }

  public Answer report() {
    return step(
        "flyaway-reports", Map.of("reportedAt", day + "T22:20:00Z", "statement", "It is gone."));
  }

  public Answer cancelReport() {
    return step(
        "flyaway-report-cancellations",
        Map.of("cancelledAt", day + "T22:30:00Z", "reason", "It came back."));
  }

  /// Pays the fee that the claim has fixed.
  public Answer payQuoted() {
    var state = read().at("/state");
    var fee =
        state.path("claim").isNull()
            ? state.at("/discountClaim/total")
            : state.at("/claim/fee/amount");
    return pay(fee.path("minor").longValue(), fee.path("currency").stringValue(), "SERVICE_FEE");
  }

  public Answer pay(long minor, String currency, String purpose) {
    return step(
        "fee-payments",
        Map.of(
            "amount",
            Desk.money(minor, currency),
            "capturedAt",
            day + "T22:40:00Z",
            "paymentReference",
            "payment of " + caseId,
            "purpose",
            purpose));
  }

  /// Ships a new device.
  ///
  /// @return its serial number
  public String shipped(String model) {
    var serial = Desk.newSerial();
    ship(serial, model).expect(201);
    return serial;
  }

  public Answer ship(String serial, String model) {
    return step(
        "replacement-shipments",
        Map.of("serialNumber", serial, "model", model, "shippedAt", day + "T22:50:00Z"));
  }

  public Answer withdraw() {
    return step("withdrawals", Map.of("at", day + "T22:55:00Z", "reason", "Thought better of it."));
  }

  public Answer lapse(String at) {
    return step("lapses", Map.of("at", at, "reason", "Nothing came."));
  }
}
