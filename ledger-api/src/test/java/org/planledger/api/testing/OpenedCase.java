package org.planledger.api.testing;

import java.util.List;
import java.util.Map;

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
    step(
            "assessments",
            Map.of(
                "assessedAt",
                day + "T22:00:00Z",
                "cause",
                cause,
                "damagedParts",
                cause.equals("FLYAWAY") ? List.of() : List.of("AIRCRAFT"),
                "inOfficialWarrantyScope",
                false,
                "findings",
                List.of()))
        .expect(201);
    return this;
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
    var fee = read().at("/state/claim/fee/amount");
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
