package org.planledger.core.store;

/// How a command was decided.
public enum AttemptOutcome {
  /// Every rule held; the events, if any, are stored with the attempt.
  ACCEPTED,
  /// At least one rule did not hold; the attempt alone is stored.
  REFUSED
}
