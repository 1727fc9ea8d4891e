package org.planledger.api.demonstration;

import static org.planledger.api.demonstration.PlanStory.sold;
import static org.planledger.core.terms.PlanType.ONE_YEAR;
import static org.planledger.core.terms.PlanType.TWO_YEAR;

import java.util.Set;
import org.planledger.core.rule.RefusalCode;

/// Devices that were replaced on receipt, for a fee paid before.
final class ExpressStories {

  private ExpressStories() {}

  static void tell(Clerk clerk) {
    paid(clerk, 54, "MINI_3_PRO", "US", "2026-10-26");
    paid(clerk, 55, "MAVIC_3", "DE", "2026-10-20").later(1).dispatched();
    paid(clerk, 56, "AIR_2S", "JP", "2026-10-19").later(1).dispatched().later(2).received();
    paid(clerk, 57, "MINI_3", "GB", "2026-07-06")
        .later(1)
        .dispatched()
        .later(2)
        .received()
        .shipped()
        .on("2026-09-28")
        .express()
        .openedWithFeeOf(2)
        .later(1)
        .dispatched()
        .later(2)
        .received()
        .shipped();
    paid(clerk, 58, "AVATA", "US", "2026-08-17")
        .later(1)
        .dispatched()
        .later(2)
        .receivedWithout(Set.of("BATTERY"))
        .materialPaid("BATTERY", 1)
        .shipped();
    paid(clerk, 59, "MAVIC_3_CLASSIC", "CN", "2026-09-01").later(10).lapsed();
    sold(clerk, 60, "MINI_2", "PL", TWO_YEAR, "2026-03-16")
        .bound()
        .on("2026-09-15")
        .refused(RefusalCode.CHANNEL_NOT_AVAILABLE)
        .express()
        .openedWithFeeOf(1);
  }

  private static CaseStory paid(Clerk clerk, int number, String model, String region, String day) {
    return sold(clerk, number, model, region, ONE_YEAR, "2026-03-16")
        .bound()
        .on(day)
        .express()
        .openedWithFeeOf(1);
  }
}
