package org.planledger.core.plan;

import java.time.LocalDate;

/// What the reward for safe flight (clauses 1.5, 3.5) is on a given day. It is a function of the
/// history and the date alone; nothing has to be recorded for it to be true.
public enum Reward {
  /// Nothing has been used so far; the plan is still running.
  ON_TRACK,
  /// The plan is over, but a case that is still open may yet use it up (decision A-08).
  POSTPONED,
  EARNED,
  FORFEITED;

  public static Reward on(Plan plan, LocalDate day) {
    if (plan.cases().values().stream().anyMatch(Case::used)) {
      return FORFEITED;
    }
    if (day.isBefore(plan.sold().window().until())) {
      return ON_TRACK;
    }
    return plan.cases().values().stream().anyMatch(Case::reserves) ? POSTPONED : EARNED;
  }
}
