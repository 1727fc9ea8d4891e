package org.planledger.api.demonstration;

import static org.planledger.api.demonstration.PlanStory.sold;
import static org.planledger.core.terms.PlanType.ONE_YEAR;
import static org.planledger.core.terms.PlanType.TWO_YEAR;

import org.planledger.core.plan.Cause;
import org.planledger.core.rule.RefusalCode;

/// Devices that were repaired or maintained and went back to their owners.
final class ServiceStories {

  private ServiceStories() {}

  static void tell(Clerk clerk) {
    discounted(clerk);
    maintained(clerk);
    free(clerk);
  }

  private static void discounted(Clerk clerk) {
    damaged(sold(clerk, 61, "MAVIC_3", "US", ONE_YEAR, "2026-03-02"), "2026-08-10")
        .discounted("GIMBAL")
        .later(1)
        .refused(RefusalCode.FEE_NOT_PAID)
        .completed();
    damaged(sold(clerk, 62, "MAVIC_3", "US", TWO_YEAR, "2025-12-01"), "2026-06-08")
        .discounted("GIMBAL", "REMOTE_CONTROLLER")
        .later(1)
        .paid()
        .later(2)
        .completed();
    damaged(sold(clerk, 63, "RS_3", "US", ONE_YEAR, "2026-04-13"), "2026-09-07")
        .refused(RefusalCode.SERVICE_NOT_OFFERED_FOR_PRODUCT)
        .discounted("GIMBAL")
        .completedAtFullPrice();
  }

  private static void maintained(Clerk clerk) {
    inForMaintenance(sold(clerk, 64, "AIR_2S", "US", TWO_YEAR, "2026-01-19"), "2026-07-13")
        .maintained()
        .later(1)
        .completed();
    inForMaintenance(
        sold(clerk, 65, "MAVIC_3_CLASSIC", "DE", ONE_YEAR, "2026-05-04"), "2026-10-26");
  }

  private static void free(Clerk clerk) {
    workshop(sold(clerk, 66, "MAVIC_3", "US", TWO_YEAR, "2025-06-02"), "2026-09-21")
        .assessed(Cause.QUALITY_FAULT, false, "CAMERA")
        .later(2)
        .completed();
  }

  private static CaseStory damaged(PlanStory sold, String day) {
    return workshop(sold, day).assessed().later(1);
  }

  private static CaseStory workshop(PlanStory sold, String day) {
    return sold.bound().on(day).repair().opened().later(1).dispatched().later(3).received();
  }

  private static CaseStory inForMaintenance(PlanStory sold, String day) {
    return sold.bound().on(day).maintenance().opened().later(1).dispatched().later(3).received();
  }
}
