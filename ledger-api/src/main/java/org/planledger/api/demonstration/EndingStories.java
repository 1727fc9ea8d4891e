package org.planledger.api.demonstration;

import static org.planledger.api.demonstration.PlanStory.sold;
import static org.planledger.core.terms.PlanType.ONE_YEAR;
import static org.planledger.core.terms.PlanType.TWO_YEAR;

import org.planledger.core.plan.Cause;
import org.planledger.core.plan.LinkKind;
import org.planledger.core.rule.RefusalCode;

/// Plans that were returned, left, corrected or upgraded, and cases that a person ended or brought
/// back.
final class EndingStories {

  private EndingStories() {}

  static void tell(Clerk clerk) {
    plans(clerk);
    cases(clerk);
    money(clerk);
  }

  private static void plans(Clerk clerk) {
    sold(clerk, 67, "MINI_3_PRO", "US", ONE_YEAR, "2026-06-01")
        .bound()
        .later(5)
        .refused(RefusalCode.PRODUCT_NOT_RETURNED)
        .returned()
        .productReturned()
        .returned();
    sold(clerk, 68, "AVATA", "GB", ONE_YEAR, "2026-05-11").bound().later(60).exitRequested();
    sold(clerk, 69, "MINI_2", "FR", ONE_YEAR, "2026-04-20")
        .bound()
        .later(40)
        .exitRequested()
        .later(1)
        .exited();
    sold(clerk, 70, "MAVIC_3", "US", TWO_YEAR, "2026-02-16")
        .bound()
        .later(90)
        .upgradedTo("2023-07");
    sold(clerk, 71, "AIR_2S", "US", ONE_YEAR, "2026-07-06")
        .bound()
        .later(3)
        .corrected()
        .linked(LinkKind.ACCOUNT)
        .linkCorrected(LinkKind.CONTROLLER);
  }

  private static void cases(Clerk clerk) {
    CaseStory refused =
        sold(clerk, 72, "FPV", "US", ONE_YEAR, "2026-03-23")
            .bound()
            .on("2026-08-17")
            .repair()
            .opened()
            .later(1)
            .dispatched()
            .later(3)
            .received()
            .assessed();
    refused.refusedForGood();
    refused.receiptCorrected("BATTERY").assessmentCorrected(Cause.NORMAL_USE, "GIMBAL", "CAMERA");
    sold(clerk, 73, "MINI_SE", "DE", ONE_YEAR, "2026-05-18")
        .bound()
        .on("2026-09-14")
        .repair()
        .opened()
        .later(9)
        .refused(RefusalCode.SEND_BACK_OVERDUE)
        .dispatched()
        .waived(RefusalCode.SEND_BACK_OVERDUE)
        .dispatched();
  }

  private static void money(Clerk clerk) {
    PlanStory two = sold(clerk, 74, "MAVIC_3", "US", TWO_YEAR, "2026-01-05").bound();
    CaseStory first = claimed(two, "2026-06-01").paid();
    CaseStory second = claimed(two, "2026-06-08").paid();
    first.shipped();
    second.refunded(false);
    CaseStory unsent =
        sold(clerk, 75, "MINI_3", "US", ONE_YEAR, "2026-02-23")
            .bound()
            .on("2026-07-06")
            .express()
            .openedWithFeeOf(1);
    unsent.later(10).lapsed();
    unsent.refused(RefusalCode.FEE_NOT_REFUNDABLE).refunded(false).refunded(true);
    CaseStory found =
        sold(clerk, 76, "MAVIC_3", "US", ONE_YEAR, "2026-03-09")
            .bound()
            .linked()
            .on("2026-07-20")
            .flyaway()
            .opened()
            .flightRecord()
            .lossAssessed()
            .claimed()
            .reported()
            .paid();
    found.later(1).shipped();
    found.later(20).recovered().later(5).recoveredAndReturned();
  }

  private static CaseStory claimed(PlanStory plan, String day) {
    return plan.on(day)
        .repair()
        .opened()
        .later(1)
        .dispatched()
        .later(3)
        .received()
        .assessed()
        .claimed();
  }
}
