package org.planledger.core.terms;

/// What can be done for a device, inside the plan or beside it.
public enum Service {
  /// Another device for a damaged or lost one (clause 1.1).
  REPLACEMENT,
  /// A repair at a reduced price (clause 1.2).
  REPAIR_DISCOUNT,
  /// Repair of defects after the official warranty (clause 1.3).
  EXTENDED_WARRANTY,
  /// Inspection, calibration, cleaning and worn parts (clause 1.4).
  MAINTENANCE,
  /// The manufacturer's own warranty, which is no part of the plan.
  OFFICIAL_WARRANTY,
  /// A year of extended warranty after a plan without claims (clause 1.5).
  SAFE_FLIGHT_REWARD
}
