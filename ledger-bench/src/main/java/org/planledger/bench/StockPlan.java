package org.planledger.bench;

import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;

/// A plan as an aggregate of the framework, with the same rules as ours.
final class StockPlan {

  @SuppressWarnings("UnusedVariable") // The framework reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Plan plan;

  StockPlan() {}

  @EventSourcingHandler
  void on(PlanEvent event) {
    id = event.planId().toString();
    plan = Plan.evolve(plan, event);
  }

  Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }
}
