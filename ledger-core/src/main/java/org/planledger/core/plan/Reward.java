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
  /// A replacement or a discounted repair was used, the product has no reward, or the plan was left
  /// or returned.
  FORFEITED;

  public static Reward on(Plan plan, LocalDate day) {
    if (usedUp(plan) || withoutReward(plan) || Standing.ended(plan)) {
      return FORFEITED;
    }
    if (day.isBefore(plan.sold().window().until())) {
      return ON_TRACK;
    }
    if (plan.chain().isEmpty()) {
      return FORFEITED;
    }
    return plan.openCases().stream().anyMatch(c -> undecided(plan, c)) ? POSTPONED : EARNED;
  }

  /// Whether a replacement or a discounted repair was used; nothing else costs the reward (decision
  ///
  static boolean usedUp(Plan plan) {
    return plan.cases().values().stream().anyMatch(c -> c.used() || c.usedDiscount());
  }

  private static boolean withoutReward(Plan plan) {
    return plan.head().filter(bound -> bound.cover().reward().isEmpty()).isPresent();
  }

  /// Only the date of the application counts: a case that was opened in time can still use a
  /// replacement long after the plan is over, and one that was opened after it never can.
  static boolean undecided(Plan plan, Case c) {
    return plan.sold().window().contains(c.opened().appliedOn());
  }
}
