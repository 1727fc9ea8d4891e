package org.planledger.core.plan;

/// How far a case has come.
public enum Stage {
  OPENED,
  DISPATCHED,
  RECEIVED,
  ASSESSED,
  CLAIMED,
  /// The flyaway report is filed.
  REPORTED,
  PAID,
  SETTLED,
  WITHDRAWN,
  LAPSED,
  REFUSED;

  /// Whether nothing more can happen in the case.
  public boolean closed() {
    return switch (this) {
      case OPENED, DISPATCHED, RECEIVED, ASSESSED, CLAIMED, REPORTED, PAID -> false;
      case SETTLED, WITHDRAWN, LAPSED, REFUSED -> true;
    };
  }
}
