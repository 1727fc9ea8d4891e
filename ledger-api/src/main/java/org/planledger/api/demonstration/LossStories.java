package org.planledger.api.demonstration;

import static org.planledger.api.demonstration.PlanStory.sold;
import static org.planledger.core.terms.PlanType.ONE_YEAR;
import static org.planledger.core.terms.PlanType.TWO_YEAR;

import org.planledger.core.plan.LinkKind;
import org.planledger.core.rule.RefusalCode;

/// Aircraft that did not come back, at every stage: waiting, reported, found in time and too late,
/// paid for and replaced.
final class LossStories {

  private LossStories() {}

  static void tell(Clerk clerk) {
    underWay(clerk);
    ended(clerk);
    refused(clerk);
  }

  private static void underWay(Clerk clerk) {
    flown(clerk, 41, "MINI_3_PRO", "US", "2026-10-28");
    flown(clerk, 42, "AVATA", "GB", "2026-10-26").flightRecord();
    flown(clerk, 43, "MAVIC_3_CLASSIC", "PL", "2026-10-21").flightRecord().lossAssessed();
    claimed(clerk, 44, "AIR_2S", "DE", "2026-10-20");
    claimed(clerk, 45, "MINI_3", "FR", "2026-10-16").reported();
    claimed(clerk, 46, "MAVIC_3_PRO", "US", "2026-10-14").reported().later(1).paid();
  }

  private static void ended(Clerk clerk) {
    claimed(clerk, 47, "MAVIC_3", "US", "2026-07-13").reported().later(1).paid().later(1).shipped();
    claimed(clerk, 48, "MINI_2_SE", "NL", "2026-07-27").reported().later(2).reportCancelled();
    CaseStory tooLate = claimed(clerk, 49, "MAVIC_AIR_2", "US", "2026-08-10").reported().paid();
    tooLate.later(1).shipped();
    tooLate.later(30).recovered();
    claimed(clerk, 50, "MINI_SE", "CA", "2026-08-24").reported().later(3).withdrawn();
  }

  private static void refused(Clerk clerk) {
    sold(clerk, 51, "MAVIC_3", "SE", TWO_YEAR, "2026-01-26")
        .bound()
        .linked()
        .on("2026-09-14")
        .unlinked(LinkKind.CONTROLLER)
        .later(1)
        .flyaway()
        .opened()
        .flightRecord()
        .lossAssessed()
        .claimed()
        .refused(RefusalCode.LINK_REMOVED_BEFORE_FLYAWAY)
        .reported();
    PlanStory twice =
        claimed(clerk, 52, "MAVIC_3", "US", "2026-06-15").reported().paid().later(2).shipped();
    twice
        .linked()
        .on("2026-10-05")
        .flyaway()
        .opened()
        .flightRecord()
        .lossAssessed()
        .refused(RefusalCode.FLYAWAY_LIMIT_REACHED)
        .claimed();
    claimed(clerk, 53, "MAVIC_3_CINE", "US", "2026-09-21")
        .reported()
        .later(1)
        .paid()
        .refused(RefusalCode.CANCEL_AFTER_PAYMENT)
        .reportCancelled();
  }

  /// An aircraft with both links is lost on a day, in the plan's first year.
  private static CaseStory flown(Clerk clerk, int number, String model, String region, String day) {
    return sold(clerk, number, model, region, ONE_YEAR, "2026-02-02")
        .bound()
        .linked()
        .on(day)
        .flyaway()
        .opened();
  }

  private static CaseStory claimed(
      Clerk clerk, int number, String model, String region, String day) {
    return flown(clerk, number, model, region, day)
        .flightRecord()
        .lossAssessed()
        .later(1)
        .claimed();
  }
}
