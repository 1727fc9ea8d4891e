package org.planledger.projections.entitlement;

/// What a plan entitles to, as it is counted (clause 2.3).
public enum EntitledService {
  REPLACEMENT,
  /// The limit on flyaways inside the replacements, not a quota of its own.
  FLYAWAY,
  REPAIR_DISCOUNT,
  MAINTENANCE,
  EXTENDED_WARRANTY
}
