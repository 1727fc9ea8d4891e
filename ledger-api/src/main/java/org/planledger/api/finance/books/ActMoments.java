package org.planledger.api.finance.books;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.planledger.core.store.LedgerEvents;
import org.springframework.stereotype.Component;

/// When something was done in the books, and where the ledger was then.
@Component
public final class ActMoments {

  private final KeptEntries entries;
  private final LedgerEvents events;
  private final Map<Long, ActMoment> known = new ConcurrentHashMap<>();

  ActMoments(KeptEntries entries, LedgerEvents events) {
    this.entries = entries;
    this.events = events;
  }

  /// The moment of an act.
  ///
  /// @param at when it was recorded
  /// @param position the last one that the ledger had
  public record ActMoment(Instant at, long position) {}

  /// The moment of the act of a number.
  public ActMoment of(long act) {
    return known.computeIfAbsent(act, this::read);
  }

  private ActMoment read(long act) {
    var at = entries.after(act - 1, 1).getFirst().entry().recordedAt();
    return new ActMoment(at, events.positionAsOf(at));
  }
}
