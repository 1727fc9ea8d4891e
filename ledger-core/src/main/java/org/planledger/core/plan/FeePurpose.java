package org.planledger.core.plan;

/// What a payment is for.
public enum FeePurpose {
  /// The replacement fee (clause 2.5.1).
  SERVICE_FEE,
  /// The material of covered components that were not sent in (clause 3.2.1(2)).
  MISSING_MATERIAL
}
