package org.planledger.core.finance.matching;

/// What counts as small and as large in one currency, in its minor units.
///
/// @param smallDifferenceMinor up to here a difference is booked and no exception
/// @param mediumMinor from here an exception is of medium severity
/// @param highMinor from here it is of high severity
/// @param criticalMinor from here it is critical
public record Limits(
    long smallDifferenceMinor, long mediumMinor, long highMinor, long criticalMinor) {

  /// Checks their order.
  ///
  /// @throws IllegalArgumentException if one is below zero, or not below the next
  public Limits {
    if (smallDifferenceMinor < 0
        || smallDifferenceMinor >= mediumMinor
        || mediumMinor >= highMinor
        || highMinor >= criticalMinor) {
      throw new IllegalArgumentException("limits begin at zero or above and grow");
    }
  }

  Severity severity(long minor) {
    if (minor >= criticalMinor) {
      return Severity.CRITICAL;
    }
    if (minor >= highMinor) {
      return Severity.HIGH;
    }
    return minor >= mediumMinor ? Severity.MEDIUM : Severity.LOW;
  }
}
