package org.planledger.projections.fees;

/// What became of a fee.
public enum FeeStatus {
  /// Quoted, and nothing captured yet.
  OPEN,
  /// Captured; the service is still owed.
  PAID,
  /// Captured, and the service was given.
  EARNED,
  /// The case ended before anything was captured: nothing is owed.
  VOID,
  /// Captured, but the case ended without the service. Whether it is due back is for the terms to
  /// say (clause 2.5.1).
  UNUSED
}
