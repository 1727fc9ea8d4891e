package org.planledger.api.testing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Asks a ledger over HTTP and holds every answer against the description the server gives of
/// itself.
public final class Desk {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final LedgerServer server;
  private final LedgerHttp http;
  private final Contract contract;

  public Desk(LedgerServer server) {
    this.server = server;
    this.http = server.http();
    this.contract = Contract.of(server);
  }

  public LedgerServer server() {
    return server;
  }

  public LedgerHttp http() {
    return http;
  }

  public Answer get(String path) {
    return contract.check("GET", path, http.get(path));
  }

  /// Sends a command under a new key.
  public Answer post(String path, Map<String, ?> body) {
    return post(path, LedgerHttp.newKey(), body);
  }

  public Answer post(String path, String key, Map<String, ?> body) {
    return contract.check("POST", path, http.to("POST", path).key(key).json(json(body)).send());
  }

  /// Sends a command as somebody.
  public Answer postAs(String actor, String path, Map<String, ?> body) {
    return contract.check(
        "POST",
        path,
        http.to("POST", path)
            .key(LedgerHttp.newKey())
            .header("Ledger-Actor", actor)
            .json(json(body))
            .send());
  }

  /// Sends a command that goes by a state of the plan.
  ///
  /// @param tag the `ETag` of that state
  public Answer postIf(String tag, String path, Map<String, ?> body) {
    return contract.check(
        "POST",
        path,
        http.to("POST", path)
            .key(LedgerHttp.newKey())
            .header("If-Match", tag)
            .json(json(body))
            .send());
  }

  /// Rehearses a command.
  public Answer rehearse(String path, Map<String, ?> body) {
    var preview = path + "/preview";
    return contract.check("POST", preview, http.to("POST", preview).json(json(body)).send());
  }

  /// The device of a serial number.
  public Answer lookUp(String serial) {
    return post("/v1/device-lookups", Map.of("serialNumber", serial, "reason", "a test"));
  }

  /// Sells a plan in the United States that covers from 15 January 2023.
  public SoldPlan sell(String planType) {
    return sell(planType, "US", "USD");
  }

  /// Sells a plan that covers from 15 January 2023.
  public SoldPlan sell(String planType, String region, String currency) {
    return sell(purchase(planType, region, currency, "account " + UUID.randomUUID()));
  }

  /// Sells a plan by a purchase of [#purchase].
  public SoldPlan sell(Map<String, Object> purchase) {
    var answer = post("/v1/plans", purchase).expect(201);
    var holder = (Map<?, ?>) purchase.get("holder");
    return new SoldPlan(
        this,
        answer.text("/planId"),
        String.valueOf(purchase.get("region")),
        String.valueOf(holder.get("accountId")));
  }

  /// A purchase that nothing is wrong with.
  public static Map<String, Object> purchase(
      String planType, String region, String currency, String account) {
    var body = new LinkedHashMap<String, Object>();
    body.put("planType", planType);
    body.put("region", region);
    body.put("effectiveOn", "2023-01-15");
    body.put("purchasedAt", "2023-01-10T12:00:00Z");
    body.put("acceptedTerms", "2022-10");
    body.put("pricePaid", money(23900, currency));
    body.put("holder", Map.of("accountId", account));
    return body;
  }

  public static Map<String, Object> money(long minor, String currency) {
    return Map.of("minor", minor, "currency", currency);
  }

  /// A serial number that no other test uses.
  public static String newSerial() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
  }

  public static String json(Object value) {
    return JSON.writeValueAsString(value);
  }
}
