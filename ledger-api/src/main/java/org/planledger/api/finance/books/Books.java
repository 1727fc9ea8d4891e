package org.planledger.api.finance.books;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.axon.Caller;
import org.planledger.core.finance.book.FinanceBook;
import org.planledger.core.finance.book.FinanceCommand;
import org.planledger.core.finance.book.FinanceEvent;
import org.planledger.core.finance.book.Verdict;
import org.planledger.core.finance.book.Verdict.Objection;
import org.planledger.core.json.FinanceCatalogue;
import org.planledger.core.json.StoredType;
import org.planledger.core.store.Bytes;
import org.springframework.stereotype.Component;

/// The books as they stand, and the one way to do something in them. What is done is in the
/// database
/// and on record in the ledger's third log before anybody is told.
@Component
public final class Books {

  /// That a request had come before.
  static final String HIT = "Idempotency-Hit";

  private static final int PAGE = 1000;
  private static final int TRIES = 20;

  private final KeptEntries store;
  private final KeptAnchors anchors;
  private final Refusals refusals;
  private final InstantSource clock;
  private final FinanceBook book = new FinanceBook();
  private Bytes lastHash = BookHash.BEFORE_FIRST;

  Books(KeptEntries store, KeptAnchors anchors, Refusals refusals, InstantSource clock) {
    this.store = store;
    this.anchors = anchors;
    this.refusals = refusals;
    this.clock = clock;
  }

  /// A request for something to be done.
  public record Wish(Caller caller, String key, Bytes fingerprint) {}

  /// What was done.
  ///
  /// @param repeated whether the request had come before, and this is what was done then
  record Done(BookEntry entry, boolean repeated) {}

  /// Looks at the books as they are now.
  public synchronized <T> T read(Function<FinanceBook, T> question) {
    catchUp();
    return question.apply(book);
  }

  /// What a client's key already stands for; throws [ProblemException] if it stood for another
  /// request, or if the request was refused.
  Optional<Done> earlier(Wish wish) {
    var refused = refusals.earlier(wish);
    if (refused.isPresent()) {
      throw refused(refused.get()).with(HIT, "true");
    }
    return store
        .byKey(wish.caller().client(), wish.key())
        .map(
            entry -> {
              if (!entry.fingerprint().equals(wish.fingerprint())) {
                throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
              }
              return new Done(entry, true);
            });
  }

  /// Has something decided and, if it is accepted, done; throws [ProblemException] with every
  /// ground if it is refused.
  ///
  /// @param decision decides by the books as they are
  public Done act(Wish wish, Function<FinanceBook, Verdict> decision) {
    return act(wish, decision, _ -> true);
  }

  /// The same for what somebody asks for; a refusal is put on record.
  ///
  /// @param decision decides on the command by the books as they are
  public Done act(Wish wish, FinanceCommand command, Function<FinanceBook, Verdict> decision) {
    return act(wish, decision, refused -> refusals.add(wish, command, refused));
  }

  /// @param recording puts a refusal on record; false if another process was quicker
  private synchronized Done act(
      Wish wish, Function<FinanceBook, Verdict> decision, Predicate<Verdict.Refused> recording) {
    for (int i = 0; i < TRIES; i++) {
      var before = earlier(wish);
      if (before.isPresent()) {
        return before.get();
      }
      catchUp();
      anchorLast(wish.caller());
      switch (decision.apply(book)) {
        case Verdict.Accepted(var event) -> {
          var entry = entry(wish, event);
          if (store.add(entry, FinanceCatalogue.of(event), KeptEntries.content(event))) {
            remember(entry);
            anchor(entry, wish.caller());
            return new Done(entry, false);
          }
        }
        case Verdict.Refused refused -> {
          if (recording.test(refused)) {
            throw refused(refused);
          }
        }
      }
      // Another process was quicker.
    }
    throw ProblemException.of(ProblemType.CONCURRENT_CHANGE).with("Retry-After", "1");
  }

  private BookEntry entry(Wish wish, FinanceEvent event) {
    long number = book.last() + 1;
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    StoredType type = FinanceCatalogue.of(event);
    Bytes hash =
        BookHash.of(
            lastHash,
            number,
            type,
            wish.caller().client(),
            wish.key(),
            wish.fingerprint(),
            wish.caller().actor(),
            at,
            KeptEntries.content(event));
    return new BookEntry(
        number,
        wish.caller().client(),
        wish.key(),
        wish.fingerprint(),
        wish.caller().actor(),
        at,
        event,
        hash);
  }

  /// Puts the hash of an entry on record where checkpoints cover it.
  private void anchor(BookEntry entry, Caller caller) {
    anchors.add(Anchored.ENTRY, entry.number(), entry.hash(), caller);
  }

  /// A process may have ended between writing an entry and putting it on record; what comes next
  /// makes up for that.
  private void anchorLast(Caller caller) {
    if (book.last() > 0) {
      store.after(book.last() - 1, 1).stream()
          .map(KeptEntries.Stored::entry)
          .filter(entry -> !anchors.has(Anchored.ENTRY, entry.number(), entry.hash()))
          .forEach(entry -> anchor(entry, caller));
    }
  }

  private void catchUp() {
    for (; ; ) {
      var page = store.after(book.last(), PAGE);
      page.forEach(stored -> remember(stored.entry()));
      if (page.size() < PAGE) {
        return;
      }
    }
  }

  private void remember(BookEntry entry) {
    book.evolve(entry.number(), entry.event(), entry.actor());
    lastHash = entry.hash();
  }

  /// The problem of a refusal, with every ground.
  public static ProblemException refused(Verdict.Refused refused) {
    return ProblemException.refused(
        ProblemType.REFUSED_BY_THE_BOOKS, refused.objections().stream().map(Books::flaw).toList());
  }

  private static Flaw flaw(Objection objection) {
    String subject = objection.subject().isEmpty() ? "" : " (" + objection.subject() + ")";
    return Flaw.inBody(
        "/" + objection.about(),
        FlawCode.REFUSED,
        objection.ground()
            + ", rule "
            + objection.ground().id()
            + subject
            + ": "
            + objection.ground().sentence());
  }
}
