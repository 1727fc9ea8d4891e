package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.store.AttemptRow;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Looks for decisions across all plans, refusals above all: they have left no event. They are read
/// from the attempts themselves, in the order of their numbers, so a search is never behind, and
/// what is never searched costs nothing.
@Tag(name = "Lists")
@RestController
final class DecisionSearch {
  /// How many attempts are looked at for one page. Where few of them fit the filter, a page is
  /// shorter than asked for, or empty, and its cursor goes on from there.
  private static final int MAX_LOOKED_AT = 10_000;

  private static final int LOOKED_AT_AT_A_TIME = 1_000;

  /// Far longer than any command waits between being taken in, which is its time, and being stored,
  /// which is its place.
  private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

  private final PlanLedger ledger;
  private final Attempts attempts;
  private final LedgerEvents events;

  DecisionSearch(PlanLedger ledger, LedgerStore store) {
    this.ledger = ledger;
    this.attempts = store.attempts();
    this.events = store.events();
  }

  @Operation(
      operationId = "listDecisions",
      summary = "Every command that was decided, accepted or refused, by actor, ground or time")
  @GetMapping(path = "/v1/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Page<DecisionRecord>> decisions(@Query DecisionsQuery query, Paging paging) {
    long last = query.to().map(this::lastBefore).orElseGet(attempts::last);
    long seen = paging.afterNumber();
    if (paging.after().isEmpty()) {
      seen = query.from().map(this::firstFrom).orElse(0L);
    }
    var filter = query.filter();
    var found = new ArrayList<Attempt>();
    long until = Math.min(last, seen + MAX_LOOKED_AT);
    while (seen < until && found.size() < paging.fetch()) {
      long next = Math.min(until, seen + LOOKED_AT_AT_A_TIME);
      ledger.attempts(filter, seen, next).stream().filter(query::fits).forEach(found::add);
      seen = next;
    }
    return found.size() < paging.fetch() && seen < last
        ? paging.unfinished(answers(found), key(seen))
        : paging.of(
            answers(found.subList(0, Math.min(found.size(), paging.fetch()))),
            row -> key(row.number()));
  }

  /// A number before which nothing was recorded at the moment or later.
  private long firstFrom(Instant moment) {
    return decidedWith(events.positionAsOf(moment.minus(OUT_OF_ORDER))).orElse(0L);
  }

  /// A number after which nothing was recorded before the moment.
  private long lastBefore(Instant moment) {
    return decidedWith(events.positionAsOf(moment.plus(OUT_OF_ORDER)) + 1)
        .orElseGet(attempts::last);
  }

  private Optional<Long> decidedWith(long position) {
    return attempts.accepting(position).map(AttemptRow::number);
  }

  private static List<DecisionRecord> answers(List<Attempt> found) {
    return found.stream().map(DecisionRecord::of).toList();
  }

  private static List<String> key(long number) {
    return List.of(String.valueOf(number));
  }
}
