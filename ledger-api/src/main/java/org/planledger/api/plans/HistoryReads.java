package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.api.plans.EventsQuery.Expansion;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.state.Difference;
import org.planledger.api.state.PlanState;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.json.EventCatalogue;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.plan.Plan;
import org.planledger.core.plan.PlanEvent;
import org.planledger.core.reference.PlanId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads what happened to one plan, event by event and decision by decision.
@Tag(name = "Plans")
@RestController
@RequestMapping(path = "/v1/plans/{planId}", produces = MediaType.APPLICATION_JSON_VALUE)
final class HistoryReads {
  private final Histories histories;
  private final PlanLedger ledger;

  HistoryReads(Histories histories, PlanLedger ledger) {
    this.histories = histories;
    this.ledger = ledger;
  }

  @Operation(operationId = "listPlanEvents", summary = "Every event of a plan, in order")
  @GetMapping("/events")
  ResponseEntity<Page<EventAnswer>> events(
      @PathVariable String planId, @Query EventsQuery query, Paging paging) {
    var id = Ids.plan(planId);
    var events = histories.now(id).events();
    var behind = decisionsOf(id);
    // Sequences begin with 0, so the key of a page is the number of events before its first one.
    int from = Math.toIntExact(Math.min(paging.afterNumber(), events.size()));
    int until = Math.min(events.size(), from + paging.fetch());
    var rows = new ArrayList<EventAnswer>();
    Plan before =
        Plan.fold(events.subList(0, from).stream().map(RecordedEvent::event).toList()).orElse(null);
    for (var recorded : events.subList(from, until)) {
      var after = Plan.evolve(before, recorded.event());
      var decided = behind.get(new Key(recorded.client(), recorded.idempotencyKey()));
      rows.add(answer(recorded, before, after, decided, query));
      before = after;
    }
    return paging.of(rows, row -> List.of(String.valueOf(row.sequence() + 1)));
  }

  @Operation(
      operationId = "listPlanDecisions",
      summary = "Every command on a plan that was decided, accepted or refused")
  @GetMapping("/decisions")
  ResponseEntity<Page<DecisionRecord>> decisions(@PathVariable String planId, Paging paging) {
    var id = Ids.plan(planId);
    var attempts = ledger.attempts(id, paging.afterNumber(), paging.fetch());
    // The purchase of a plan that was refused left a decision and no plan.
    if (attempts.isEmpty() && paging.afterNumber() == 0) {
      throw ProblemException.of(ProblemType.UNKNOWN_PLAN);
    }
    return paging.of(
        attempts.stream().map(DecisionRecord::of).toList(),
        row -> List.of(String.valueOf(row.number())));
  }

  @Operation(operationId = "readPlanDecision", summary = "One decision with all its conditions")
  @GetMapping("/decisions/{number}")
  DecisionRecord decision(@PathVariable String planId, @PathVariable String number) {
    var id = Ids.plan(planId);
    return ledger
        .attempt(Ids.number("number", number))
        .filter(attempt -> attempt.planId().equals(id))
        .map(DecisionRecord::of)
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_DECISION));
  }

  private EventAnswer answer(
      RecordedEvent<PlanEvent> recorded,
      @Nullable Plan before,
      Plan after,
      @Nullable Attempt decided,
      EventsQuery query) {
    var event = recorded.event();
    var on = query.on().orElse(after.day(event.at()));
    // Both states are of the same day, so that the difference is the event's and not the day's.
    var state = PlanState.of(after, on);
    var was = before == null ? null : PlanState.of(before, on);
    return new EventAnswer(
        recorded.sequence(),
        recorded.position(),
        recorded.eventId(),
        recorded.type(),
        recorded.revision(),
        event.at(),
        recorded.recordedAt(),
        after.day(event.at()).isBefore(after.day(recorded.recordedAt())),
        recorded.client(),
        recorded.actor(),
        recorded.traceparent().orElse(null),
        LedgerJson.mapper().valueToTree(event),
        EventCatalogue.of(event.getClass()).revision(),
        decided == null ? null : decided.number(),
        decided != null && query.shows(Expansion.decision) ? DecisionRecord.of(decided) : null,
        query.shows(Expansion.state) ? state : null,
        query.shows(Expansion.diff) ? Difference.between(was, state) : null);
  }

  /// The decisions on a plan by what its events say of the command they follow from. A plan has
  /// tens of them.
  private Map<Key, Attempt> decisionsOf(PlanId id) {
    var decisions = new HashMap<Key, Attempt>();
    for (long after = 0; ; ) {
      var page = ledger.attempts(id, after, Paging.MAX_ROWS);
      page.forEach(a -> decisions.put(new Key(a.client(), a.idempotencyKey()), a));
      if (page.size() < Paging.MAX_ROWS) {
        return decisions;
      }
      after = page.getLast().number();
    }
  }

  private record Key(String client, String idempotencyKey) {}
}
