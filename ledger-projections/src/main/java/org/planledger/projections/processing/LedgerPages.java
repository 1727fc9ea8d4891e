package org.planledger.projections.processing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.planledger.core.axon.EventDecoder;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.PositionSpan;
import org.planledger.projections.fold.EventPlace;

/// Reads the ledger page by page, and decodes a page beside the thread that folds the one before.
public final class LedgerPages {

  /// The most events that are read at a time.
  static final int MAX_EVENTS = 20_000;

  private final LedgerEvents events;
  private final EventDecoder decoder;
  private final int pageEvents;

  /// @param pageEvents how many events are read at a time
  public LedgerPages(LedgerEvents events, EventDecoder decoder, int pageEvents) {
    if (pageEvents < 1 || pageEvents > MAX_EVENTS) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_EVENTS + " events");
    }
    this.events = events;
    this.decoder = decoder;
    this.pageEvents = pageEvents;
  }

  /// Events in the order of the ledger, with where each stands.
  ///
  /// @param last the position up to which the ledger was read
  public record Page(long last, List<EventPlace> places, List<RecordedEvent<?>> events) {}

  /// The page after a position; none at the head.
  CompletableFuture<Optional<Page>> after(long position) {
    return read(() -> page(position, events.head(), _ -> true));
  }

  /// Those events of the page after a position that somebody wants.
  ///
  /// @param upTo where to end; nothing is read after it
  public CompletableFuture<Optional<Page>> after(
      long position, long upTo, Predicate<EventRow> wanted) {
    return read(() -> page(position, upTo, wanted));
  }

  /// Waits for a page.
  public static Optional<Page> await(CompletableFuture<Optional<Page>> page) {
    try {
      return page.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static CompletableFuture<Optional<Page>> read(Supplier<Optional<Page>> page) {
    return CompletableFuture.supplyAsync(page, Thread::startVirtualThread);
  }

  private Optional<Page> page(long after, long upTo, Predicate<EventRow> wanted) {
    long last = Math.min(after + pageEvents, upTo);
    if (last <= after) {
      return Optional.empty();
    }
    List<EventRow> rows =
        events.between(new PositionSpan(after + 1, last)).stream().filter(wanted).toList();
    return Optional.of(
        new Page(
            last,
            rows.stream().map(LedgerPages::place).toList(),
            rows.parallelStream().<RecordedEvent<?>>map(decoder::event).toList()));
  }

  private static EventPlace place(EventRow row) {
    return new EventPlace(row.streamType(), row.streamId(), row.sequence(), row.position());
  }
}
