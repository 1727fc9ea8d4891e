package org.planledger.core.axon;

import java.util.List;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;

/// A plan and all that led to it, oldest first.
public record PlanHistory(Plan plan, List<RecordedEvent<PlanEvent>> events) {

  public PlanHistory {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a plan begins with its purchase");
    }
  }

  /// The sequence of the last event.
  public long sequence() {
    return events.getLast().sequence();
  }
}
