package org.planledger.projections.processing;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.fold.Projection;
import org.planledger.projections.fold.Rows;
import org.planledger.projections.fold.Table;
import org.planledger.projections.plans.PlansProjection;

/// The list of plans under another name, which remembers what it handled, and which cannot digest
/// what happens to some plans.
final class WatchedProjection implements Projection {

  private final Projection plans = new PlansProjection();
  private final String name;
  private final Queue<Long> handled = new ConcurrentLinkedQueue<>();
  private final Set<PlanId> indigestible = ConcurrentHashMap.newKeySet();

  WatchedProjection(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Table<?, ?>> tables() {
    return plans.tables();
  }

  @Override
  public void on(PlanEvent event, RecordedEvent<?> recorded, Rows rows) {
    handled.add(recorded.position());
    plans.on(event, recorded, rows);
    if (indigestible.contains(event.planId())) {
      throw new IllegalStateException("cannot digest " + recorded.type());
    }
  }

  /// The positions it was given, in the order in which they came.
  List<Long> handled() {
    return List.copyOf(handled);
  }

  void cannotDigest(PlanId plan) {
    indigestible.add(plan);
  }

  void canDigestAll() {
    indigestible.clear();
  }
}
