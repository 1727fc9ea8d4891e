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
  /// Captured, but the case ended without the service, for a reason for which the terms let the
  /// provider keep the money (clause 2.5.1).
  UNUSED,
  /// Captured, the case ended without the service, and the money is the customer's again.
  DUE_BACK,
  /// Paid back to the last cent, because it was due or as goodwill.
  REFUNDED
}
