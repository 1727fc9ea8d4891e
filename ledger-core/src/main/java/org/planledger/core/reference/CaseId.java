package org.planledger.core.reference;

import java.util.UUID;

/// Names one case inside a plan.
public record CaseId(UUID value) {

  /// Reads the canonical text form of a UUID; throws `IllegalArgumentException` for anything else.
  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
