package org.planledger.core.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/// A cache that holds on to the aggregates used last, up to a bound. Axon's own gives its entries
/// up at every garbage collection, when they would be needed most.
///
/// A cached aggregate is the live object: whoever takes it out must hold the stream's lock. On
/// several nodes it may be behind; the append then fails with a conflict, but a decision that
/// stores no event would not notice.
public final class AggregateCache implements Cache {

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<EntryListener> listeners = new CopyOnWriteArraySet<>();
  private final Map<Object, Object> entries;

  /// @param bound how many aggregates it holds at most
  public AggregateCache(int bound) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > bound;
          }
        };
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <K, V> @Nullable V get(K key) {
    Object value = locked(() -> entries.get(key));
    if (value != null) {
      tell(listener -> listener.onEntryRead(key, value));
    }
    return (V) value;
  }

  @Override
  public void put(Object key, Object value) {
    Object earlier = locked(() -> entries.put(key, value));
    tell(
        listener -> {
          if (earlier == null) {
            listener.onEntryCreated(key, value);
          } else {
            listener.onEntryUpdated(key, value);
          }
        });
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    Object earlier = locked(() -> entries.putIfAbsent(key, value));
    if (earlier == null) {
      tell(listener -> listener.onEntryCreated(key, value));
    }
    return earlier == null;
  }

  @Override
  public boolean remove(Object key) {
    Object earlier = locked(() -> entries.remove(key));
    if (earlier != null) {
      tell(listener -> listener.onEntryRemoved(key));
    }
    return earlier != null;
  }

  @Override
  public void removeAll() {
    Set<Object> removed = new HashSet<>();
    locked(
        () -> {
          removed.addAll(entries.keySet());
          entries.clear();
          return null;
        });
    removed.forEach(key -> tell(listener -> listener.onEntryRemoved(key)));
  }

  @Override
  public boolean containsKey(Object key) {
    return locked(() -> entries.get(key)) != null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
    Object updated =
        locked(() -> entries.computeIfPresent(key, (known, value) -> update.apply((V) value)));
    if (updated != null) {
      tell(listener -> listener.onEntryUpdated(key, updated));
    }
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private interface Access {
    @Nullable Object run();
  }

  private @Nullable Object locked(Access access) {
    lock.lock();
    try {
      return access.run();
    } finally {
      lock.unlock();
    }
  }

  private void tell(Consumer<EntryListener> news) {
    listeners.forEach(news);
  }
}
