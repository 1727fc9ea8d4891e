package org.planledger.api.demonstration;

import static org.planledger.api.demonstration.PlanStory.sold;
import static org.planledger.core.terms.PlanType.ONE_YEAR;
import static org.planledger.core.terms.PlanType.TWO_YEAR;

import org.planledger.core.plan.LinkKind;
import org.planledger.core.plan.SalesChannel;
import org.planledger.core.rule.RefusalCode;

/// Plans that nothing was asked of yet: just sold, bound, linked, over, or bound in vain.
final class SellingStories {

  private SellingStories() {}

  static void tell(Clerk clerk) {
    withoutADevice(clerk);
    withADevice(clerk);
    over(clerk);
    boundInVain(clerk);
  }

  private static void withoutADevice(Clerk clerk) {
    sold(clerk, 3, "MINI_3_PRO", "US", ONE_YEAR, "2026-10-05");
    sold(clerk, 4, "AIR_2S", "DE", TWO_YEAR, "2026-10-12");
    sold(clerk, 5, "OSMO_ACTION_3", "JP", ONE_YEAR, "2026-10-19");
  }

  private static void withADevice(Clerk clerk) {
    sold(clerk, 6, "MAVIC_3_CLASSIC", "PL", TWO_YEAR, "2026-03-02").bound();
    sold(clerk, 7, "MINI_3", "GB", ONE_YEAR, "2026-04-13").bound().linked();
    sold(clerk, 8, "AVATA", "FR", ONE_YEAR, "2026-05-18").bound().linked(LinkKind.ACCOUNT);
    sold(clerk, 9, "MAVIC_3_PRO", "US", TWO_YEAR, "2026-06-22").bound().linked();
    sold(clerk, 10, "RS_3_PRO", "AU", TWO_YEAR, "2025-12-08").bound();
    sold(clerk, 11, "POCKET_2", "KR", ONE_YEAR, "2026-07-06").bound();
    sold(clerk, 12, "MAVIC_3", "CA", TWO_YEAR, "2026-08-10")
        .bound()
        .linked()
        .later(30)
        .unlinked(LinkKind.CONTROLLER);
    sold(clerk, 39, "INSPIRE_2", "US", TWO_YEAR, "2026-06-15").bound().linked();
    sold(clerk, 40, "ZENMUSE_X7", "DE", ONE_YEAR, "2026-06-08").bound();
    sold(clerk, 13, "PHANTOM_4_PRO", "NZ", ONE_YEAR, "2026-02-16").bound().linked();
  }

  private static void over(Clerk clerk) {
    sold(clerk, 14, "MINI_2", "DE", ONE_YEAR, "2024-06-15").bound().linked();
    sold(clerk, 15, "OSMO_MOBILE_SE", "PL", TWO_YEAR, "2024-02-29").bound();
  }

  private static void boundInVain(Clerk clerk) {
    sold(clerk, 16, "MINI_SE", "US", ONE_YEAR, "2026-09-07")
        .refused(RefusalCode.REGION_MISMATCH)
        .bound(SalesChannel.OFFICIAL, "CN")
        .later(2)
        .bound();
    sold(clerk, 17, "MAVIC_AIR_2", "IT", ONE_YEAR, "2026-09-14")
        .bound(SalesChannel.OTHER, "IT")
        .later(20)
        .refused(RefusalCode.CHANNEL_NOT_AUTHORISED)
        .repair()
        .opened();
  }
}
