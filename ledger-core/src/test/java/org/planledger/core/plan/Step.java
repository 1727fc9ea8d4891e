package org.planledger.core.plan;

/// One step of a story: a command, as far as it can be told before the story is under way.
@FunctionalInterface
interface Step {

  /// The command as it is sent to the ledger as it stands.
  PlanCommand in(StoryLedger ledger);
}
