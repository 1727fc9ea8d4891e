package org.planledger.core.store;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/// Axon's embedded event store, with streams that wake their readers as soon as an append is
/// durable instead of being polled.
public final class LedgerEventStore extends EmbeddedEventStore {

  private final LedgerStorageEngine engine;
  private final HeadSignal signal;

  LedgerEventStore(LedgerStorageEngine engine, HeadSignal signal) {
    super(builder().storageEngine(engine).optimizeEventConsumption(false));
    this.engine = engine;
    this.signal = signal;
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
    return new LedgerEventStream(engine, signal, trackingToken);
  }
}
