package org.planledger.bench;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/// Makes the requests that a client of the ledger sends. One source serves one thread.
final class HttpBodies {

  private static final Instant SOLD_AT = Instant.parse("2024-03-01T10:00:00Z");
  private static final int SERIAL_DIGITS = 14;

  private static final String DEVICE =
      """
      {"serialNumber":"%s","model":"MAVIC_3","purchase":{"region":"DE","channel":"OFFICIAL",\
      "purchasedOn":"2024-03-01","proofOfPurchase":"invoice %s"},"warranty":{\
      "startsOn":"2024-03-01","source":"DELIVERY"},"activatedAt":"2024-03-01T10:00:00Z"}""";

  private static final String SALE =
      """
      {"planType":"TWO_YEAR","region":"DE","effectiveOn":"2024-03-01",\
      "purchasedAt":"2024-03-01T10:00:00Z","acceptedTerms":"2022-10",\
      "pricePaid":{"minor":15900,"currency":"EUR"},"holder":{"accountId":"%s"}%s}""";

  private final SplittableRandom random;

  HttpBodies(long seed) {
    random = new SplittableRandom(seed);
  }

  String sale(boolean withDevice) {
    return SALE.formatted(key(), withDevice ? ",\"device\":" + device() : "");
  }

  /// A device that nobody has seen before.
  String device() {
    return DEVICE.formatted(serial(), random.nextInt(1_000_000));
  }

  String link(long step) {
    return "{\"kind\":\"ACCOUNT\",\"reference\":\"%s\",\"linkedAt\":\"%s\"}"
        .formatted(key(), SOLD_AT.plusSeconds(step));
  }

  String unlink(long step) {
    return "{\"kind\":\"ACCOUNT\",\"unlinkedAt\":\"%s\"}".formatted(SOLD_AT.plusSeconds(step));
  }

  /// Who asks, under a new key.
  Map<String, String> headers() {
    return Map.of(
        "Idempotency-Key", key(), "Ledger-Client", "counter-17", "Ledger-Actor", "clerk-4711");
  }

  private String key() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private String serial() {
    String digits = Long.toString(random.nextLong(Long.MAX_VALUE), 36).toUpperCase(Locale.ROOT);
    return "1581F" + "0".repeat(Math.max(0, SERIAL_DIGITS - digits.length())) + digits;
  }

  /// A number from 0 up to, and without, the bound.
  int pick(int bound) {
    return random.nextInt(bound);
  }
}
