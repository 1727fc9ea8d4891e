package org.planledger.api.plans;

import java.time.Instant;
import java.util.Optional;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.PlanEvent;

/// A fact as it was held from one event on, until another fact took its place.
///
/// @param fact the sequence of the event that recorded the fact first
/// @param recorded the event that told it so
/// @param told the fact itself, which is that event or what it holds in the place of another
/// @param validUntil the end of its validity as far as that is known
/// @param superseded the event by which it was held no more; none while it is held
/// @param corrected whether that event says that it had been told wrongly
record FactVersion(
    long fact,
    RecordedEvent<PlanEvent> recorded,
    PlanEvent told,
    Optional<Instant> validUntil,
    Optional<RecordedEvent<PlanEvent>> superseded,
    boolean corrected) {

  static FactVersion held(long fact, RecordedEvent<PlanEvent> recorded, PlanEvent told) {
    return new FactVersion(fact, recorded, told, Optional.empty(), Optional.empty(), false);
  }

  boolean isHeld() {
    return superseded.isEmpty();
  }

  FactVersion validUntil(Optional<Instant> end) {
    return new FactVersion(fact, recorded, told, end, superseded, corrected);
  }

  FactVersion supersededBy(RecordedEvent<PlanEvent> other, boolean asWrong) {
    return new FactVersion(fact, recorded, told, validUntil, Optional.of(other), asWrong);
  }
}
