package org.planledger.core.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.planledger.core.plan.PlanCommand.*;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.terms.Money;

/// What the random commands are made of: a clock, a pool of devices, and luck. The same seed gives
/// the same luck.
final class Chance {
  private final Random random;
  private final List<DeviceId> devices = new ArrayList<>();
  private final int stepMinutes;
  private final boolean gentle;
  private Instant now;

  Chance(long seed) {
    this.random = new Random(seed);
    int kind = random.nextInt(6);
    this.stepMinutes = kind < 2 ? 12_000 : 1_000;
    this.gentle = kind == 0 || kind == 5;
    this.now = Instant.parse("2023-01-15T12:00:00Z").plus(Duration.ofHours(random.nextInt(9_000)));
  }

  Instant now() {
    return now;
  }

  /// Time goes on, mostly by hours, sometimes by weeks; in one world out of three by days, so that
  /// plans come to their end.
  void pass() {
    now = now.plus(Duration.ofMinutes(1 + random.nextInt(oneIn(20) ? 40_000 : stepMinutes)));
  }

  /// Whether the customers of this world leave replacements and discounts alone, so that they earn
  /// the reward and the warranties have to serve.
  boolean gentle() {
    return gentle;
  }

  int below(int n) {
    return random.nextInt(n);
  }

  boolean heads() {
    return random.nextBoolean();
  }

  List<DeviceId> devices() {
    return devices;
  }

  Instant moment() {
    if (oneIn(12)) {
      return now.minus(Duration.ofMinutes(random.nextInt(100_000)));
    }
    return now;
  }

  Money nearly(Money amount) {
    if (oneIn(15)) {
      return new Money(amount.minor() + (random.nextBoolean() ? 1 : -1), amount.currency());
    }
    return oneIn(40) ? Named.money("NOK " + amount.minor()) : amount;
  }

  /// Mostly a device nobody has seen, sometimes one that is known.
  DeviceId device() {
    if (!devices.isEmpty() && oneIn(7)) {
      return pick(devices);
    }
    var unseen = Named.device("N" + devices.size());
    devices.add(unseen);
    return unseen;
  }

  CaseId newCase() {
    return new CaseId(uuid());
  }

  UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
