package org.planledger.projections.rebuild;

/// What lies in the set of a view's tables that is not live.
public enum Spare {
  /// Nothing.
  EMPTY,
  /// The beginning of a view that is being built anew, or whose building was cut short.
  PARTIAL,
  /// The view as it was built anew, and not put in the place of the live one.
  REBUILT,
  /// What was live before the view was switched.
  REPLACED
}
