package org.planledger.api.demonstration;

import static org.planledger.api.demonstration.PlanStory.sold;
import static org.planledger.core.terms.PlanType.ONE_YEAR;
import static org.planledger.core.terms.PlanType.TWO_YEAR;

import java.util.Set;
import org.planledger.core.plan.Cause;
import org.planledger.core.rule.RefusalCode;

/// Devices that were damaged: cases at every stage, chains of devices, quotas used up, and what
/// was refused on the way.
final class RepairStories {

  private RepairStories() {}

  static void tell(Clerk clerk) {
    quoted(clerk);
    underWay(clerk);
    settled(clerk);
    comeToNothing(clerk);
    free(clerk);
    refused(clerk);
  }

  /// The two plans that the documentation shows.
  private static void quoted(Clerk clerk) {
    replaced(sold(clerk, 1, "MAVIC_3", "US", TWO_YEAR, "2025-11-10").bound().linked(), "2026-03-16")
        .on("2026-10-12")
        .repair()
        .opened()
        .later(1)
        .dispatched()
        .later(3)
        .received()
        .later(1)
        .assessed()
        .claimed();
    PlanStory spent = sold(clerk, 2, "MAVIC_3", "US", ONE_YEAR, "2026-02-02").bound().linked();
    replaced(replaced(spent, "2026-05-11"), "2026-08-17")
        .on("2026-10-05")
        .repair()
        .opened()
        .later(1)
        .dispatched()
        .later(3)
        .received()
        .later(1)
        .assessed()
        .refused(RefusalCode.QUOTA_EXHAUSTED)
        .claimed();
  }

  private static void underWay(Clerk clerk) {
    sold(clerk, 18, "MINI_3_PRO", "US", ONE_YEAR, "2026-03-09")
        .bound()
        .on("2026-10-26")
        .repair()
        .opened();
    sold(clerk, 19, "AIR_2S", "GB", TWO_YEAR, "2025-10-06")
        .bound()
        .on("2026-10-22")
        .repair()
        .opened()
        .later(2)
        .dispatched();
    inTheWorkshop(sold(clerk, 20, "MAVIC_3_CLASSIC", "PL", TWO_YEAR, "2026-01-12"), "2026-10-15");
    inTheWorkshop(sold(clerk, 21, "FPV", "FR", ONE_YEAR, "2026-01-19"), "2026-10-13").assessed();
    inTheWorkshop(sold(clerk, 22, "MINI_3", "US", ONE_YEAR, "2026-02-09"), "2026-10-12")
        .assessed()
        .claimed();
    inTheWorkshop(sold(clerk, 23, "MAVIC_3_PRO", "PL", TWO_YEAR, "2025-09-15"), "2026-10-08")
        .assessed()
        .claimed()
        .refused(RefusalCode.AMOUNT_NOT_AS_QUOTED)
        .paid(100)
        .paid();
  }

  private static void settled(Clerk clerk) {
    replaced(sold(clerk, 24, "AVATA", "US", ONE_YEAR, "2026-01-05").bound().linked(), "2026-04-20");
    replaced(sold(clerk, 25, "MINI_3_PRO", "DE", TWO_YEAR, "2025-08-04").bound(), "2026-02-23");
    replaced(sold(clerk, 26, "OSMO_ACTION_3", "GB", ONE_YEAR, "2026-02-23").bound(), "2026-06-15");
    replaced(sold(clerk, 27, "RS_3", "US", TWO_YEAR, "2025-07-07").bound(), "2026-01-26");
    PlanStory twice = sold(clerk, 28, "MAVIC_3_CLASSIC", "PL", TWO_YEAR, "2025-05-12").bound();
    replaced(replaced(twice, "2025-09-22"), "2026-04-27");
    PlanStory thrice = sold(clerk, 29, "AIR_2S", "US", TWO_YEAR, "2025-03-03").bound();
    replaced(replaced(replaced(thrice, "2025-06-16"), "2025-12-01"), "2026-05-25");
    missingMaterial(clerk);
  }

  private static void missingMaterial(Clerk clerk) {
    sold(clerk, 30, "MINI_3", "US", ONE_YEAR, "2026-03-30")
        .bound()
        .on("2026-07-20")
        .repair()
        .opened()
        .later(1)
        .dispatched()
        .later(3)
        .receivedWithout(Set.of("BATTERY"))
        .assessed()
        .claimed()
        .paid()
        .refused(RefusalCode.COMPONENTS_MISSING)
        .shippedInVain()
        .later(1)
        .materialPaid("BATTERY", 1)
        .shipped();
  }

  private static void comeToNothing(Clerk clerk) {
    sold(clerk, 31, "SPARK", "US", ONE_YEAR, "2026-04-06")
        .bound()
        .on("2026-08-03")
        .repair()
        .opened()
        .later(8)
        .lapsed();
    inTheWorkshop(sold(clerk, 32, "MAVIC_2_PRO", "AU", ONE_YEAR, "2026-04-27"), "2026-08-24")
        .assessed()
        .claimed()
        .later(2)
        .withdrawn();
    sold(clerk, 33, "MINI_2", "ES", ONE_YEAR, "2026-05-04")
        .bound()
        .on("2026-08-31")
        .repair()
        .opened()
        .later(9)
        .refused(RefusalCode.SEND_BACK_OVERDUE)
        .dispatched()
        .lapsed();
  }

  private static void free(Clerk clerk) {
    inTheWorkshop(sold(clerk, 34, "MAVIC_3", "US", TWO_YEAR, "2026-05-11"), "2026-09-21")
        .assessed(Cause.QUALITY_FAULT, true, "CAMERA")
        .shipped();
    inTheWorkshop(sold(clerk, 35, "MAVIC_3_CINE", "US", TWO_YEAR, "2025-06-09"), "2026-09-14")
        .assessed(Cause.QUALITY_FAULT, false, "CAMERA")
        .shipped();
  }

  private static void refused(Clerk clerk) {
    sold(clerk, 36, "MAVIC_3", "US", ONE_YEAR, "2026-05-25")
        .bound()
        .on("2026-09-07")
        .refused(RefusalCode.OUTSIDE_COVERAGE_AREA)
        .repairIn("JP")
        .opened();
    sold(clerk, 37, "RS_3", "US", ONE_YEAR, "2026-06-01")
        .bound()
        .on("2026-09-28")
        .repairIn("JP")
        .opened();
    sold(clerk, 38, "MINI_SE", "US", ONE_YEAR, "2024-01-15")
        .bound()
        .on("2026-09-01")
        .refused(RefusalCode.OUTSIDE_VALIDITY)
        .repair()
        .opened();
  }

  /// The whole way of a repair that ends with another device.
  private static PlanStory replaced(PlanStory plan, String day) {
    return inTheWorkshopOf(plan, day).assessed().later(1).claimed().paid().later(2).shipped();
  }

  private static CaseStory inTheWorkshop(PlanStory sold, String day) {
    return inTheWorkshopOf(sold.bound(), day);
  }

  private static CaseStory inTheWorkshopOf(PlanStory plan, String day) {
    return plan.on(day).repair().opened().later(1).dispatched().later(3).received().later(1);
  }
}
