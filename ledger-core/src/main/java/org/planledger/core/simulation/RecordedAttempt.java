package org.planledger.core.simulation;

import java.util.List;
import org.planledger.core.plan.Decision;
import org.planledger.core.plan.PlanCommand;
import org.planledger.core.plan.PlanEvent;

/// A command as the ledger decided it.
///
/// @param number its place among all attempts
/// @param decision as it was kept
/// @param events what it wrote on the stream of its plan; none for a refusal
public record RecordedAttempt(
    long number, PlanCommand command, Decision decision, List<PlanEvent> events) {

  public RecordedAttempt {
    events = List.copyOf(events);
  }

  boolean accepted() {
    return decision instanceof Decision.Accepted;
  }
}
