package org.planledger.api.sweep;

import io.swagger.v3.oas.annotations.media.Schema;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.plan.PlanEvent.CaseLapsed;
import org.planledger.core.plan.PlanEvent.RewardForfeited;
import org.planledger.core.plan.PlanEvent.RewardGranted;
import org.planledger.core.plan.PlanEvent.ServiceExhausted;
import org.planledger.core.plan.PlanEvent.ServiceExpired;

/// How many facts of each kind a sweep has recorded.
@Schema(name = "SweepRecords")
record Records(
    long caseLapsed,
    long serviceExpired,
    long serviceExhausted,
    long rewardGranted,
    long rewardForfeited) {

  static final Records NONE = new Records(0, 0, 0, 0, 0);

  static Records of(PlanEvent event) {
    return new Records(
        event instanceof CaseLapsed ? 1 : 0,
        event instanceof ServiceExpired ? 1 : 0,
        event instanceof ServiceExhausted ? 1 : 0,
        event instanceof RewardGranted ? 1 : 0,
        event instanceof RewardForfeited ? 1 : 0);
  }

  Records plus(Records more) {
    return new Records(
        caseLapsed + more.caseLapsed,
        serviceExpired + more.serviceExpired,
        serviceExhausted + more.serviceExhausted,
        rewardGranted + more.rewardGranted,
        rewardForfeited + more.rewardForfeited);
  }
}
