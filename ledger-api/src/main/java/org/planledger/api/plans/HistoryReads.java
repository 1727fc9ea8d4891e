package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planledger.api.moment.Moments;
import org.planledger.api.moment.Past;
import org.planledger.api.moment.PositionQuery;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.axon.Attempt;
import org.planledger.core.axon.PlanLedger;
import org.planledger.core.axon.RecordedEvent;
import org.planledger.core.plan.Plan;
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
  private final Moments moments;

  HistoryReads(Histories histories, PlanLedger ledger, Moments moments) {
    this.histories = histories;
    this.ledger = ledger;
    this.moments = moments;
  }

  @Operation(operationId = "listPlanEvents", summary = "Every event of a plan, in order")
  @GetMapping("/events")
  ResponseEntity<Page<EventAnswer>> events(
      @PathVariable String planId, @Query EventsQuery query, Paging paging) {
    var id = Ids.plan(planId);
    var standing = histories.at(id, query.asked());
    var events = standing.history().events();
    var decisions = PlanDecisions.of(ledger, id);
    // Sequences begin with 0, so the key of a page is the number of events before its first one.
    int from = Math.toIntExact(Math.min(paging.afterNumber(), events.size()));
    int until = Math.min(events.size(), from + paging.fetch());
    var rows = new ArrayList<EventAnswer>();
    Plan before =
        Plan.fold(events.subList(0, from).stream().map(RecordedEvent::event).toList()).orElse(null);
    for (var recorded : events.subList(from, until)) {
      var after = Plan.evolve(before, recorded.event());
      rows.add(EventAnswer.of(recorded, before, after, decisions.behind(recorded), query));
      before = after;
    }
    boolean past = query.asOf().isPresent() || query.atPosition().isPresent();
    return (past ? paging.at(standing.past().position()) : paging)
        .of(rows, row -> List.of(String.valueOf(row.sequence() + 1)));
  }

  @Operation(
      operationId = "listPlanDecisions",
      summary = "Every command on a plan that was decided, accepted or refused")
  @GetMapping("/decisions")
  ResponseEntity<Page<DecisionRecord>> decisions(
      @PathVariable String planId, @Query PositionQuery query, Paging paging) {
    var id = Ids.plan(planId);
    var past = moments.past(query.asked());
    var attempts = attempts(id, past, paging);
    // The purchase of a plan that was refused left a decision and no plan.
    if (attempts.isEmpty() && paging.afterNumber() == 0) {
      throw ProblemException.of(ProblemType.UNKNOWN_PLAN);
    }
    // A moment is remembered as it is: refusals go by their time, not by a position.
    return past.map(point -> paging.telling(point.position()))
        .orElse(paging)
        .of(
            attempts.stream().map(DecisionRecord::of).toList(),
            row -> List.of(String.valueOf(row.number())));
  }

  private List<Attempt> attempts(PlanId id, Optional<Past> past, Paging paging) {
    if (past.isEmpty()) {
      return ledger.attempts(id, paging.afterNumber(), paging.fetch());
    }
    return PlanDecisions.of(ledger, id).all().stream()
        .filter(moments.decidedBy(past.get()))
        .filter(attempt -> attempt.number() > paging.afterNumber())
        .limit(paging.fetch())
        .toList();
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
}
