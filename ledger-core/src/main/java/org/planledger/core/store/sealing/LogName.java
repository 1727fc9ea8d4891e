package org.planledger.core.store.sealing;

/// The three logs that a checkpoint covers.
public enum LogName {
  /// What happened, by position.
  EVENTS,
  /// What was asked for and decided, by number.
  ATTEMPTS,
  /// Who looked at what, by number.
  READS
}
