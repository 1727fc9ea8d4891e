package org.planledger.core.plan;

/// What a case is about.
public enum CaseType {
  /// A device that is damaged or does not work (clause 3.2).
  REPAIR,
  /// An aircraft that was lost (clause 3.3).
  FLYAWAY,
  /// A device that is to be inspected, calibrated and cleaned (clause 3.4).
  MAINTENANCE
}
