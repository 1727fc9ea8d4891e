package org.planledger.core.simulation;

import org.planledger.core.plan.Decision;

/// What the fork made of a recorded command.
sealed interface Answer {

  /// It was decided, and took effect on the fork if it was accepted.
  record Decided(Decision decision) implements Answer {}

  /// Nobody would have sent it: its plan was never sold there, its case never opened, nothing is to
  /// be paid, or what it would record has not come about.
  record NoLongerArises() implements Answer {}

  /// The candidate does not say enough to decide it.
  record Undecidable(String reason) implements Answer {}
}
