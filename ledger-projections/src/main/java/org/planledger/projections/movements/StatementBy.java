package org.planledger.projections.movements;

/// What statements are made for.
public enum StatementBy {
  PLAN("plan_id"),
  CASE("case_id"),
  REGION("region"),
  CENTRE("centre_id"),
  /// The month in which a movement was posted.
  MONTH("posted_month");

  private final String column;

  StatementBy(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  /// Whether there are so many of them that no page may look at all.
  boolean many() {
    return this == PLAN || this == CASE;
  }
}
