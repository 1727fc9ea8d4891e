package org.planledger.core.plan;

/// What a plan is on a given contract day.
public enum PlanStatus {
  /// Sold, but no device is bound yet.
  PURCHASED,
  ACTIVE,
  EXPIRED,
  /// Nothing is left that could still be used.
  COMPLETED,
  RETURNED,
  EXITED
}
