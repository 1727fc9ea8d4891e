package org.planledger.bench;

/// What can be measured.
enum Part {
  /// Commands from the door to the disk.
  COMMANDS,
  /// A view made anew from all events.
  REBUILD,
  /// Commands and reads over HTTP.
  HTTP,
  /// Commands while what they record is sealed.
  SEALING,
  /// The whole log, and bundles, checked by the verifier.
  VERIFYING,
  /// Settlements, parsed only and imported.
  IMPORT,
  /// A year of fees against the settlements and statements of it.
  SETTLEMENT_MATCHING,
  /// Two months of finance on a server: files, runs and a closing.
  RECONCILING;

  /// Whether what is measured goes through a database.
  boolean isOfDatabase() {
    return this != SETTLEMENT_MATCHING;
  }
}
