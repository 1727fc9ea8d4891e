package org.planledger.core.store;

/// What somebody looked at, such that it is recorded.
public enum ReadKind {
  /// A device, by its serial number.
  SERIAL_LOOKUP,
  /// The proven history of a plan.
  PROOF,
  /// The proof that a serial number was never bound.
  ABSENCE_PROOF
}
