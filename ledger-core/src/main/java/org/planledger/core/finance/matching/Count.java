package org.planledger.core.finance.matching;

import java.math.BigInteger;

/// How many, and how much together in minor units of one currency. A sum of many large amounts may
/// not fit into 64 bits.
public record Count(long count, BigInteger minor) {

  /// Nothing.
  public static final Count NONE = new Count(0, BigInteger.ZERO);

  /// Both together.
  public Count plus(Count other) {
    return new Count(count + other.count, minor.add(other.minor));
  }
}
