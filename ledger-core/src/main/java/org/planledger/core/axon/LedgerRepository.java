package org.planledger.core.axon;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;

/// Axon's repository with a cache, which hands out the live aggregate under its lock and forgets
/// it when a unit of work rolls back. Added to that: a policy of how far to trust the cache, and
/// that nothing is cached which has no history, so that made-up ids push nothing out.
final class LedgerRepository<T> extends CachingEventSourcingRepository<T> {

  private final Cache cache;
  private final EventStore events;
  private final CachePolicy policy;

  private LedgerRepository(
      EventSourcingRepository.Builder<T> builder,
      Cache cache,
      EventStore events,
      CachePolicy policy) {
    super(builder);
    this.cache = cache;
    this.events = events;
    this.policy = policy;
  }

  static <T> LedgerRepository<T> of(
      Class<T> type, EventStore events, LockFactory locks, Cache cache, CachePolicy policy) {
    var builder =
        EventSourcingRepository.builder(type).eventStore(events).lockFactory(locks).cache(cache);
    return new LedgerRepository<>(builder, cache, events, policy);
  }

  @Override
  protected EventSourcedAggregate<T> doLoadWithLock(String id, Long expectedVersion) {
    boolean cached = cache.containsKey(id);
    var aggregate = super.doLoadWithLock(id, expectedVersion);
    if (cached && policy == CachePolicy.TAIL) {
      catchUp(id, aggregate);
    }
    return aggregate;
  }

  @Override
  protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
    if (aggregate.version() != null) {
      super.doSaveWithLock(aggregate);
    }
  }

  private void catchUp(String id, EventSourcedAggregate<T> aggregate) {
    var tail = events.readEvents(id, aggregate.version() + 1);
    if (tail.hasNext()) {
      aggregate.initializeState(tail);
    }
  }
}
