package org.planledger.core.store;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/// Makes the ids of Axon's messages UUIDs of version 7 (RFC 9562): they grow with time, so that
/// the unique index on event ids grows at its end only. Axon finds it as a service.
///
/// Within one millisecond the 12 bits after the version count up from a random start (RFC 9562,
/// section 6.2, method 1); when they run out, the time runs ahead. Ids need to be unique and not
/// secret: one seed from the system's secure source per process suffices.
public final class UuidV7IdentifierFactory extends IdentifierFactory {

  private static final int COUNTER_BITS = 12;
  private static final int COUNTER_START_BOUND = 1 << (COUNTER_BITS - 1);
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
  private long lastMillis;
  private int counter;

  /// For the service loader.
  public UuidV7IdentifierFactory() {}

  @Override
  public String generateIdentifier() {
    return next(System.currentTimeMillis()).toString();
  }

  synchronized UUID next(long nowMillis) {
    if (nowMillis > lastMillis) {
      lastMillis = nowMillis;
      counter = random.nextInt(COUNTER_START_BOUND);
    } else {
      counter++;
      if (counter >= 1 << COUNTER_BITS) {
        lastMillis++;
        counter = random.nextInt(COUNTER_START_BOUND);
      }
    }
    long high = (lastMillis << 16) | VERSION_7 | counter;
    long low = VARIANT | (random.nextLong() & RANDOM_MASK);
    return new UUID(high, low);
  }
}
