package org.planledger.core.axon;

import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;

/// A plan as Axon sees it: an id and a state that follows from its events. It decides nothing.
/// The type is the name of its kind of stream in the store.
@AggregateRoot(type = "PLAN")
final class PlanAggregate {

  /// Only Axon reads it.
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Plan plan;

  /// For Axon, which makes one before it has any event.
  PlanAggregate() {}

  @EventSourcingHandler
  void on(PlanEvent event) {
    id = event.planId().toString();
    plan = Plan.evolve(plan, event);
  }

  /// None until it is sold.
  Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }
}
