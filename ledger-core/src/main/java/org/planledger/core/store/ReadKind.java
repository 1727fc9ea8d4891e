package org.planledger.core.store;

/// What somebody looked at, such that it is recorded.
public enum ReadKind {
  /// A device, by its serial number.
  SERIAL_LOOKUP,
  /// The proven history of a plan.
  PROOF,
  /// The proof that a serial number was never bound.
  ABSENCE_PROOF,
  /// The history of a plan, put together for a person.
  DOSSIER,
  /// A part of the whole log of events.
  LOG_EXPORT
}
