package org.planledger.projections.coverage;

/// What became of the reward for safe flight (clauses 1.5, 3.5), as far as the history tells.
public enum RewardState {
  /// Nothing has cost it yet, and nobody has recorded that it is earned.
  OPEN,
  GRANTED,
  /// A replacement or a discounted repair was used, or the plan was returned or left.
  FORFEITED
}
