package org.planledger.api.finance.books;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.core.finance.book.FinanceCommand;
import org.planledger.core.finance.book.Verdict;
import org.planledger.core.json.FinanceCatalogue;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.Bytes;
import org.springframework.stereotype.Component;

/// Puts on record what the books refuse, before anybody is told, and tells it again to whoever
/// repeats the request.
@Component
final class Refusals {

  private final KeptRefusals store;
  private final KeptAnchors anchors;
  private final InstantSource clock;

  Refusals(KeptRefusals store, KeptAnchors anchors, InstantSource clock) {
    this.store = store;
    this.anchors = anchors;
    this.clock = clock;
  }

  /// How a request was refused before; throws [ProblemException] if its key stood for another one.
  Optional<Verdict.Refused> earlier(Books.Wish wish) {
    return store
        .byKey(wish.caller().client(), wish.key())
        .map(
            refusal -> {
              if (!refusal.wish().fingerprint().equals(wish.fingerprint())) {
                throw ProblemException.of(ProblemType.IDEMPOTENCY_KEY_REUSED);
              }
              return refusal.verdict();
            });
  }

  /// Records a refusal; false if another process was quicker.
  boolean add(Books.Wish wish, FinanceCommand command, Verdict.Refused refused) {
    var last = store.last();
    last.filter(before -> !anchors.has(Anchored.REFUSAL, before.number(), before.hash()))
        .ifPresent(before -> anchor(before, wish));
    var refusal =
        new BookRefusal(
                last.map(BookRefusal::number).orElse(0L) + 1,
                wish,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                FinanceCatalogue.of(command),
                Bytes.of(LedgerJson.write(command)),
                Bytes.of(LedgerJson.write(refused)),
                Bytes.EMPTY)
            .behind(last.map(BookRefusal::hash).orElse(BookHash.BEFORE_FIRST));
    if (!store.add(refusal)) {
      return false;
    }
    anchor(refusal, wish);
    return true;
  }

  private void anchor(BookRefusal refusal, Books.Wish wish) {
    anchors.add(Anchored.REFUSAL, refusal.number(), refusal.hash(), wish.caller());
  }
}
