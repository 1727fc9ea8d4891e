package org.planledger.core.terms;

/// What one type of plan holds (clauses 2.1 and 2.3).
///
/// @param months its length in calendar months
/// @param replacementTotal how many replacements, of both modes together
/// @param flyawayMax how many of these may be flyaways
/// @param repairDiscountTotal how many discounted repairs
/// @param maintenanceTotal how many maintenances
/// @param extendedWarranty whether an unlimited extended warranty follows the official one
public record PlanFigures(
    int months,
    int replacementTotal,
    int flyawayMax,
    int repairDiscountTotal,
    int maintenanceTotal,
    boolean extendedWarranty) {

  /// Longer than anybody sells one, and far from where dates end.
  static final int LONGEST_MONTHS = 120;

  public PlanFigures {
    if (months <= 0) {
      throw new IllegalArgumentException("a plan lasts at least a month: " + months);
    }
    if (months > LONGEST_MONTHS) {
      throw new IllegalArgumentException(
          "a plan lasts at most " + LONGEST_MONTHS + " months: " + months);
    }
    if (replacementTotal < 0 || repairDiscountTotal < 0 || maintenanceTotal < 0) {
      throw new IllegalArgumentException("a quota must not be negative");
    }
    if (flyawayMax < 0 || flyawayMax > replacementTotal) {
      throw new IllegalArgumentException(
          "flyawayMax must lie between 0 and the replacement total: " + flyawayMax);
    }
  }
}
