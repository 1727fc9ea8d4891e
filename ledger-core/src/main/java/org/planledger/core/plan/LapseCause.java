package org.planledger.core.plan;

/// Why a case came to nothing.
public enum LapseCause {
  /// The last day to send the device in went by (decision A-04b).
  NOT_SENT_IN_TIME,
  /// A named person ended it.
  BY_HAND,
  /// Its device was replaced in another case (decision A-61).
  SERIAL_SUPERSEDED
}
