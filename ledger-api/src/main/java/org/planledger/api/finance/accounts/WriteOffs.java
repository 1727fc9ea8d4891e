package org.planledger.api.finance.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.books.KeptEntries;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.finance.book.FinanceEvent.FeeWrittenOff;
import org.planledger.core.finance.book.HandAct;
import org.planledger.core.finance.posting.Posting;
import org.planledger.core.finance.posting.WriteOffPosting;
import org.planledger.core.store.LedgerEvents;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.stereotype.Component;

/// What was given up, and what of it was taken back, in the accounts: posted by the act, at the
/// position that the ledger had then.
@Component
public final class WriteOffs {

  private final Books books;
  private final KeptEntries entries;
  private final FeeMovements movements;
  private final LedgerEvents events;
  private final Map<Long, Placed> known = new ConcurrentHashMap<>();

  WriteOffs(Books books, KeptEntries entries, FeeMovements movements, LedgerEvents events) {
    this.books = books;
    this.entries = entries;
    this.movements = movements;
    this.events = events;
  }

  /// An entry with the position of the ledger at which the act was done.
  private record Placed(long position, JournalEntry entry) {}

  /// The entries of a span, in the order of their acts.
  Stream<JournalEntry> within(Span span) {
    List<HandAct> acts = books.read(book -> book.acts(Long.MAX_VALUE));
    return acts.stream()
        .flatMap(act -> entry(act, acts, span).stream())
        .filter(placed -> placed.position() > span.after())
        .filter(placed -> placed.position() <= span.upTo())
        .map(Placed::entry);
  }

  private Optional<Placed> entry(HandAct act, List<HandAct> acts, Span span) {
    return switch (act) {
      case HandAct.WriteOff given -> placed(act.number(), given, given.event().period(), span);
      case HandAct.WriteOffWithdrawal taken ->
          acts.stream()
              .filter(HandAct.WriteOff.class::isInstance)
              .map(HandAct.WriteOff.class::cast)
              .filter(given -> given.number() == taken.event().writeOff())
              .findFirst()
              .flatMap(given -> placed(act.number(), given, taken.event().period(), span));
      case HandAct.Match _, HandAct.Withdrawal _ -> Optional.empty();
    };
  }

  /// What is later than the span is not looked at: the movements may not have come so far.
  private Optional<Placed> placed(long act, HandAct.WriteOff given, YearMonth period, Span span) {
    var before = known.get(act);
    if (before != null) {
      return Optional.of(before);
    }
    var at = recordedAt(act);
    long position = events.positionAsOf(at);
    if (position > span.upTo()) {
      return Optional.empty();
    }
    var posting = Posting.of(period, LocalDate.ofInstant(at, ZoneOffset.UTC));
    var writeOff = writeOff(given.event(), recordedAt(given.number()));
    var placed =
        new Placed(
            position,
            act == given.number()
                ? writeOff.givenUp(act, posting)
                : writeOff.takenBack(act, posting));
    known.put(act, placed);
    return Optional.of(placed);
  }

  private Instant recordedAt(long act) {
    return entries.after(act - 1, 1).getFirst().entry().recordedAt();
  }

  private WriteOffPosting writeOff(FeeWrittenOff event, Instant at) {
    var all = movements.ofFee(event.feeId());
    boolean captured =
        all.stream()
            .anyMatch(
                movement ->
                    movement.kind() == MovementKind.CAPTURED && !movement.recordedAt().isAfter(at));
    return new WriteOffPosting(all.getFirst().planId(), event.feeId(), event.amount(), captured);
  }
}
