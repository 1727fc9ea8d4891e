package org.planledger.core.finance.matching;

/// How urgent an exception is: the worse of its amount and its age.
public enum Severity {
  /// Can wait.
  LOW,
  /// This week.
  MEDIUM,
  /// Today.
  HIGH,
  /// Now.
  CRITICAL
}
