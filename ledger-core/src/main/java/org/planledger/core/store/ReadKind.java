package org.planledger.core.store;

/// What somebody looked at, or put on record elsewhere, such that it is recorded here.
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
  LOG_EXPORT,
  /// What was done in the books of finance: an entry, by its hash.
  BOOK_ENTRY,
  /// What the books of finance have refused: a refusal, by its hash.
  BOOK_REFUSAL
}
