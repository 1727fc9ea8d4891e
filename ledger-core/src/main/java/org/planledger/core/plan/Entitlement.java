package org.planledger.core.plan;

import java.util.Optional;

/// How much of one service a plan grants, has used and holds back.
///
/// @param total none where the terms set no limit
/// @param reserved confirmed in a case that is still open (decision A-06)
/// @param available none where the terms set no limit
public record Entitlement(
    Optional<Integer> total, int used, int reserved, Optional<Integer> available) {

  static Entitlement of(int total, int used, int reserved) {
    return new Entitlement(
        Optional.of(total), used, reserved, Optional.of(Math.max(0, total - used - reserved)));
  }

  static Entitlement unlimited(int used) {
    return new Entitlement(Optional.empty(), used, 0, Optional.empty());
  }

  boolean spent() {
    return available.isPresent() && available.get() == 0;
  }
}
