package org.planledger.core.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The ledger from a token on, read in pages. While nothing new is known to be stored it asks the
/// database nothing; it learns of new events from the [HeadSignal].
///
/// It ends before the first event that only a newer version of the program can read, and stays
/// there: whoever went on would leave out what it means.
final class LedgerEventStream implements TrackingEventStream {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerEventStream.class);

  private final LedgerStorageEngine engine;
  private final HeadSignal signal;
  private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
  private @Nullable TrackingToken read;
  private @Nullable NewerRecordException newer;
  private Runnable unregister = () -> {};
  private boolean closed;

  LedgerEventStream(LedgerStorageEngine engine, HeadSignal signal, @Nullable TrackingToken after) {
    this.engine = engine;
    this.signal = signal;
    this.read = after;
  }

  @Override
  public synchronized Optional<TrackedEventMessage<?>> peek() {
    readOn();
    return Optional.ofNullable(page.peek());
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (peek().isEmpty()) {
      long remaining = deadline - System.nanoTime();
      if (isClosed() || remaining <= 0) {
        return false;
      }
      signal.awaitBeyond(lookedAt(), remaining, TimeUnit.NANOSECONDS);
    }
    return true;
  }

  /// @throws NewerRecordException once it stands before an event that is not known here
  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (true) {
      TrackedEventMessage<?> next = poll();
      if (next != null) {
        return next;
      }
      requireKnown();
      if (isClosed()) {
        throw new IllegalStateException("The stream is closed");
      }
      signal.awaitBeyond(position(), 1, TimeUnit.SECONDS);
    }
  }

  @Override
  public synchronized boolean setOnAvailableCallback(Runnable callback) {
    unregister.run();
    unregister = signal.onGrowth(callback);
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    page.clear();
    unregister.run();
  }

  private synchronized @Nullable TrackedEventMessage<?> poll() {
    readOn();
    return page.poll();
  }

  /// Upcasters may swallow whole pages, so it reads on until there is an event or the end.
  private void readOn() {
    while (!closed && newer == null && page.isEmpty() && position() < signal.known()) {
      LedgerStorageEngine.Page next = engine.page(read);
      newer = next.newer();
      if (newer != null) {
        LOG.warn("A view stands still. {}", newer.getMessage());
      } else if (next.last() == null) {
        throw new MissingPositionException(position() + 1);
      }
      page.addAll(next.messages());
      read = next.last() == null ? read : next.last();
    }
  }

  private synchronized void requireKnown() {
    if (newer != null) {
      throw newer;
    }
  }

  /// Up to where there is nothing to be waited for.
  private synchronized long lookedAt() {
    return newer == null ? position() : signal.known();
  }

  private synchronized long position() {
    return LedgerStorageEngine.position(read);
  }

  private synchronized boolean isClosed() {
    return closed;
  }
}
