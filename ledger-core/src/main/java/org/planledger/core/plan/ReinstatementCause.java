package org.planledger.core.plan;

/// Why a lapsed case goes on (decision A-68).
public enum ReinstatementCause {
  /// The device was dispatched in time, which was told late.
  DISPATCHED_IN_TIME,
  /// The device arrived in time, which was told late.
  RECEIVED_IN_TIME,
  /// The missed deadline was waived.
  WAIVED
}
