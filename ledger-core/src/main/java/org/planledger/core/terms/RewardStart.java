package org.planledger.core.terms;

/// When the reward for a plan without claims begins (clause 2.1).
public enum RewardStart {
  /// With the end of the plan.
  PLAN_END,
  /// With the end of the plan or of the official warranty, whichever is later, so that the reward
  /// never runs beside the plan.
  LATER_OF_PLAN_END_AND_OFFICIAL_WARRANTY_END
}
