package org.planledger.core.simulation;

/// Which way a decision flips.
public enum Direction {
  /// It was refused and would be accepted.
  NOW_ACCEPTED,
  /// It was accepted and would be refused.
  NOW_REFUSED
}
