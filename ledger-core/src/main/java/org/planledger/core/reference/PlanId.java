package org.planledger.core.reference;

import java.util.UUID;

/// Names one plan for ever. A plan keeps its id while the devices it covers come and go, which is
/// why the id, and never a serial number, is its identity.
public record PlanId(UUID value) {

  /// Reads the canonical text form of a UUID; throws `IllegalArgumentException` for anything else.
  public static PlanId of(String text) {
    return new PlanId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
