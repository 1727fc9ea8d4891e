package org.planledger.projections.plans;

import org.planledger.core.terms.PlanFigures;

/// What of a plan can be used up, and whether it has something that never is.
///
/// @param extendedWarranty whether it has an extended warranty, which has no limit
record Stock(Quota replacements, Quota discounts, Quota maintenance, boolean extendedWarranty) {

  /// How many a plan grants of a service, and how many of them are used; what is only reserved is
  /// still there.
  record Quota(int total, int used) {

    private Quota oneLess() {
      return new Quota(total, used + 1);
    }

    private Quota granting(int newTotal) {
      return new Quota(newTotal, used);
    }

    private boolean usedUp() {
      return used >= total;
    }
  }

  static Stock of(PlanFigures figures) {
    return new Stock(
        new Quota(figures.replacementTotal(), 0),
        new Quota(figures.repairDiscountTotal(), 0),
        new Quota(figures.maintenanceTotal(), 0),
        figures.extendedWarranty());
  }

  Stock replacementUsed() {
    return new Stock(replacements.oneLess(), discounts, maintenance, extendedWarranty);
  }

  Stock discountUsed() {
    return new Stock(replacements, discounts.oneLess(), maintenance, extendedWarranty);
  }

  Stock maintenanceUsed() {
    return new Stock(replacements, discounts, maintenance.oneLess(), extendedWarranty);
  }

  Stock granting(PlanFigures figures) {
    return new Stock(
        replacements.granting(figures.replacementTotal()),
        discounts.granting(figures.repairDiscountTotal()),
        maintenance.granting(figures.maintenanceTotal()),
        figures.extendedWarranty());
  }

  boolean usedUp() {
    return !extendedWarranty && replacements.usedUp() && discounts.usedUp() && maintenance.usedUp();
  }
}
