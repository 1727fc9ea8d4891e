package org.planledger.core.terms;

import java.util.Map;
import java.util.Set;

/// The reward for a plan without claims (clauses 1.5, 2.1 and 3.5).
///
/// @param months its length in calendar months
/// @param forfeitedBy the services whose use forfeits it
/// @param start when it begins, by type of plan
/// @param startInEuropeAndUk the same for regions under the Europe and UK rule
public record RewardTerms(
    int months,
    Set<Service> forfeitedBy,
    Map<PlanType, RewardStart> start,
    Map<PlanType, RewardStart> startInEuropeAndUk) {

  public RewardTerms {
    if (months <= 0) {
      throw new IllegalArgumentException("the reward lasts at least a month: " + months);
    }
    if (months > PlanFigures.LONGEST_MONTHS) {
      throw new IllegalArgumentException(
          "the reward lasts at most " + PlanFigures.LONGEST_MONTHS + " months: " + months);
    }
    forfeitedBy = Ordered.set(forfeitedBy);
    start = Ordered.map(start);
    startInEuropeAndUk = Ordered.map(startInEuropeAndUk);
  }
}
