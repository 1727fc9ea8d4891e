package org.planledger.core.plan;

/// What the centre found to be the cause (clauses 1.1, 1.3).
public enum Cause {
  ACCIDENT,
  NORMAL_USE,
  /// A fault of the product itself; the only cause that opens the extended warranty.
  QUALITY_FAULT,
  FLYAWAY,
  USER_ERROR
}
