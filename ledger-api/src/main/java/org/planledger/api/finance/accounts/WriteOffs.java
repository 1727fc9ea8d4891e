package org.planledger.api.finance.accounts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.planledger.api.finance.books.ActMoments;
import org.planledger.api.finance.books.ActMoments.ActMoment;
import org.planledger.api.finance.books.Books;
import org.planledger.api.finance.sources.FeeMovements;
import org.planledger.core.finance.accounts.FeeMovement;
import org.planledger.core.finance.accounts.GivenUp;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.core.finance.accounts.MovementKind;
import org.planledger.core.finance.book.HandAct;
import org.planledger.core.finance.posting.Posting;
import org.planledger.core.finance.posting.WriteOffPosting;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.stereotype.Component;

/// What was given up, and what of it was taken back, in the accounts: posted by the act, at the
/// position that the ledger had then.
@Component
public final class WriteOffs {

  private final Books books;
  private final ActMoments moments;
  private final FeeMovements movements;
  private final Map<Long, Placed> known = new ConcurrentHashMap<>();

  WriteOffs(Books books, ActMoments moments, FeeMovements movements) {
    this.books = books;
    this.moments = moments;
    this.movements = movements;
  }

  /// An act, as it is posted.
  ///
  /// @param what the fee and what was given up of it
  /// @param owed whether the customer owed it
  private record Placed(GivenUp what, boolean owed, JournalEntry entry) {}

  /// An act with the write-off that it makes or takes back.
  private record Act(HandAct.WriteOff given, long number, YearMonth period) {

    boolean takesBack() {
      return number != given.number();
    }
  }

  /// The entries of a span, in the order of their acts.
  Stream<JournalEntry> within(Span span) {
    return placed(span).map(Placed::entry);
  }

  /// What of a span customers owed.
  List<GivenUp> givenUp(Span span) {
    return placed(span).filter(Placed::owed).map(Placed::what).toList();
  }

  /// What of a span was given up in all, by the id of the fee.
  Map<String, Long> minorByFee(Span span) {
    var sums = new HashMap<String, Long>();
    placed(span)
        .map(Placed::what)
        .forEach(what -> sums.merge(what.quote().feeId(), what.minor(), Math::addExact));
    return sums;
  }

  private Stream<Placed> placed(Span span) {
    return acts().stream()
        .flatMap(act -> placed(act, span).stream())
        .filter(placed -> placed.what().position() > span.after())
        .filter(placed -> placed.what().position() <= span.upTo());
  }

  private List<Act> acts() {
    List<HandAct> all = books.read(book -> book.acts(Long.MAX_VALUE));
    var given = new HashMap<Long, HandAct.WriteOff>();
    var acts = new ArrayList<Act>();
    for (var act : all) {
      switch (act) {
        case HandAct.WriteOff off -> {
          given.put(off.number(), off);
          acts.add(new Act(off, off.number(), off.event().period()));
        }
        case HandAct.WriteOffWithdrawal(var number, var event, _) ->
            acts.add(
                new Act(
                    Objects.requireNonNull(given.get(event.writeOff())), number, event.period()));
        case HandAct.Match _, HandAct.Withdrawal _ -> {}
      }
    }
    return acts;
  }

  /// What is later than the span is not looked at: the movements may not have come so far.
  private Optional<Placed> placed(Act act, Span span) {
    var done = moments.of(act.number());
    return done.position() > span.upTo()
        ? Optional.empty()
        : Optional.of(known.computeIfAbsent(act.number(), _ -> placed(act, done)));
  }

  private Placed placed(Act act, ActMoment done) {
    var event = act.given().event();
    var all = movements.ofFee(event.feeId());
    var quote = all.getFirst();
    boolean captured = isCaptured(all, moments.of(act.given().number()));
    var posting = Posting.of(month(act, quote), LocalDate.ofInstant(done.at(), ZoneOffset.UTC));
    var writeOff = new WriteOffPosting(quote.planId(), event.feeId(), event.amount(), captured);
    long minor = act.takesBack() ? -event.amount().minor() : event.amount().minor();
    return new Placed(
        new GivenUp(quote, done.position(), posting.period(), posting.postedOn(), minor),
        !captured,
        act.takesBack()
            ? writeOff.takenBack(act.number(), posting)
            : writeOff.givenUp(act.number(), posting));
  }

  /// A fee of a later month than the one in which people work is given up in its own.
  private static YearMonth month(Act act, FeeMovement quote) {
    var quoted = YearMonth.from(quote.postedOn());
    return quoted.isAfter(act.period()) ? quoted : act.period();
  }

  private static boolean isCaptured(List<FeeMovement> movements, ActMoment done) {
    return movements.stream()
        .anyMatch(
            movement ->
                movement.kind() == MovementKind.CAPTURED && movement.position() <= done.position());
  }
}
