package org.planledger.api.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A plan of a test, and its customer.
public final class SoldPlan {

  private final Desk desk;
  private final String planId;
  private final String region;
  private final String account;

  SoldPlan(Desk desk, String planId, String region, String account) {
    this.desk = desk;
    this.planId = planId;
    this.region = region;
    this.account = account;
  }

  public Desk desk() {
    return desk;
  }

  public String planId() {
    return planId;
  }

  public String account() {
    return account;
  }

  public String path() {
    return "/v1/plans/" + planId;
  }

  /// Reads the plan for a contract day.
  public Answer on(String day) {
    return desk.get(path() + "?on=" + day);
  }

  /// The entitlement of a service.
  public JsonNode entitlement(String service) {
    return on("2023-06-01").at("/entitlements/" + service);
  }

  /// Binds a new device of the model in the region of the plan.
  ///
  /// @return its serial number
  public String bind(String model) {
    var serial = Desk.newSerial();
    bind(device(serial, model, region)).expect(201);
    return serial;
  }

  public Answer bind(Map<String, Object> device) {
    return desk.post(path() + "/devices", device);
  }

  /// A device that nothing is wrong with.
  public static Map<String, Object> device(String serial, String model, String region) {
    var body = new LinkedHashMap<String, Object>();
    body.put("serialNumber", serial);
    body.put("model", model);
    body.put(
        "purchase", Map.of("region", region, "channel", "OFFICIAL", "purchasedOn", "2023-01-10"));
    body.put("warranty", Map.of("startsOn", "2023-01-15", "source", "ACTIVATION"));
    return body;
  }

  /// Links account and controller to the device since a moment.
  public void link(String at) {
    for (var kind : new String[] {"ACCOUNT", "CONTROLLER"}) {
      desk.post(path() + "/links", Map.of("kind", kind, "reference", account, "linkedAt", at))
          .expect(201);
    }
  }

  public Answer unlink(String kind, String at) {
    return desk.post(path() + "/unlinks", Map.of("kind", kind, "unlinkedAt", at));
  }

  /// An application for service that nothing is wrong with.
  public Map<String, Object> application(String type, String serial, String at) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", type);
    body.put("serialNumber", serial);
    body.put("accountId", account);
    body.put("region", region);
    body.put("centreId", "CENTRE-1");
    body.put("submittedAt", at);
    body.put("incidentAt", at);
    body.put("privacyConsent", Map.of("version", "2023-01", "acceptedAt", at));
    return body;
  }

  /// The same for express service, with the fee that is quoted for it.
  public Map<String, Object> express(String serial, String at) {
    var device = desk.lookUp(serial).text("/deviceId");
    var day = at.substring(0, 10);
    var fee =
        desk.get("/v1/devices/" + device + "/eligibility?on=" + day)
            .expect(200)
            .at("/services")
            .valueStream()
            .filter(service -> service.path("process").asString("").equals("EXPRESS"))
            .findFirst()
            .orElseThrow()
            .at("/fee/amount");
    var application = application("REPAIR", serial, at);
    application.put("process", "EXPRESS");
    application.put("agreesToNoAssessment", true);
    application.put(
        "feePayment",
        Map.of(
            "amount",
            Desk.money(fee.path("minor").longValue(), fee.path("currency").stringValue()),
            "capturedAt",
            at,
            "paymentReference",
            "express"));
    return application;
  }

  /// Takes any step that concerns the plan as a whole.
  public Answer step(String name, Map<String, ?> body) {
    return desk.post(path() + "/" + name, body);
  }

  /// How much of a service can still be used.
  public int available(String service) {
    return entitlement(service).path("available").intValue();
  }

  public Answer apply(Map<String, Object> application) {
    return desk.post(path() + "/cases", application);
  }

  public OpenedCase open(String type, String serial, String at) {
    return open(application(type, serial, at));
  }

  public OpenedCase open(Map<String, Object> application) {
    var answer = apply(application).expect(201);
    var day = String.valueOf(application.get("submittedAt")).substring(0, 10);
    return new OpenedCase(this, answer.text("/caseId"), day);
  }

  /// A damage case, up to its assessment.
  public OpenedCase damage(String serial, String day) {
    return open("REPAIR", serial, day + "T20:00:00Z").received().assessed("ACCIDENT");
  }

  /// A damage case from its opening to the shipment of another device.
  ///
  /// @return the serial of that device
  public String replaced(String serial, String model, String day) {
    var damage = damage(serial, day);
    damage.claim("DAMAGE").expect(201);
    damage.payQuoted().expect(201);
    return damage.shipped(model);
  }

  /// A loss, up to its assessment.
  public OpenedCase loss(String serial, String day) {
    return open("FLYAWAY", serial, day + "T20:00:00Z")
        .flightRecord(day + "T19:00:00Z")
        .assessed("FLYAWAY");
  }

  /// A loss from its opening to the shipment of another device.
  ///
  /// @return the serial of that device
  public String flownAway(String serial, String model, String day) {
    var loss = loss(serial, day);
    loss.claim("FLYAWAY").expect(201);
    loss.report().expect(201);
    loss.payQuoted().expect(201);
    return loss.shipped(model);
  }
}
