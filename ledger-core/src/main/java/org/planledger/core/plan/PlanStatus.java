package org.planledger.core.plan;

import java.time.LocalDate;
import org.planledger.core.plan.PlanEvent.PlanExited;
import org.planledger.core.plan.PlanEvent.PlanReturned;

/// What a plan is on a given contract day.
public enum PlanStatus {
  /// Sold, but no device is bound yet.
  PURCHASED,
  ACTIVE,
  EXPIRED,
  /// Nothing is left that could still be used.
  COMPLETED,
  RETURNED,
  EXITED;

  /// The status on a day. It follows from the date alone and waits for no job: a plan is expired
  /// from the first day after its window, whether anybody noticed or not. A plan is completed only
  /// when nothing of it can be used any more, so one with an extended warranty lasts to its end
  /// (decision A-13).
  public static PlanStatus on(Plan plan, LocalDate day) {
    if (plan.has(PlanReturned.class)) {
      return RETURNED;
    }
    if (plan.has(PlanExited.class)) {
      return EXITED;
    }
    if (plan.chain().isEmpty()) {
      return PURCHASED;
    }
    if (!day.isBefore(plan.sold().window().until())) {
      return EXPIRED;
    }
    var left = Entitlements.of(plan);
    boolean spent =
        left.replacement().spent()
            && left.replacement().reserved() == 0
            && left.repairDiscount().spent()
            && left.repairDiscount().reserved() == 0
            && left.maintenance().spent()
            && left.extendedWarranty().spent();
    return spent ? COMPLETED : ACTIVE;
  }
}
