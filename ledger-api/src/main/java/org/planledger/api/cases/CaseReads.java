package org.planledger.api.cases;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.api.decision.DecisionAnswer.ConditionAnswer;
import org.planledger.api.moment.MomentQuery;
import org.planledger.api.plans.Histories;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.state.CaseState;
import org.planledger.api.state.NextCommand;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Query;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.Case;
import org.planledger.core.plan.Offer;
import org.planledger.core.plan.Possibility;
import org.planledger.core.plan.Situation;
import org.planledger.core.terms.TermsBook;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads one case of a plan. It is folded with its plan, so it is never behind.
@Tag(name = "Cases", description = "Applying for service, and every step to the end of a case")
@RestController
@RequestMapping(
    path = "/v1/plans/{planId}/cases/{caseId}",
    produces = MediaType.APPLICATION_JSON_VALUE)
final class CaseReads {
  private final Histories histories;
  private final TermsBook terms;

  CaseReads(Histories histories, TermsBook terms) {
    this.histories = histories;
    this.terms = terms;
  }

  @Operation(
      operationId = "readCase",
      summary = "A case: its stage, what is missing, whose move it is, and how it can be served")
  @GetMapping
  ResponseEntity<CaseAnswer> readCase(
      @PathVariable String planId, @PathVariable String caseId, @Query MomentQuery query) {
    var standing = histories.at(Ids.plan(planId), query.asked());
    var history = standing.history();
    var c = find(history, caseId);
    return ResponseEntity.ok()
        .eTag("\"" + history.sequence() + "\"")
        .body(answer(history, c, standing.at()));
  }

  @Operation(
      operationId = "listOffers",
      summary = "Every way to serve a case with its fee and its conditions")
  @GetMapping("/offers")
  OffersAnswer offers(
      @PathVariable String planId, @PathVariable String caseId, @Query MomentQuery query) {
    var history = histories.at(Ids.plan(planId), query.asked()).history();
    var c = find(history, caseId);
    var situation = situation(history);
    var offers = Offer.of(situation, c);
    return new OffersAnswer(
        history.plan().id().value(),
        c.id().value(),
        offers.stream().filter(Offer::open).findFirst().map(Offer::service).orElse(null),
        rows(situation, c));
  }

  private CaseAnswer answer(PlanHistory history, Case c, Instant at) {
    var situation = situation(history);
    var next = Possibility.of(situation, c, at);
    var state = CaseState.of(history.plan(), c);
    return new CaseAnswer(
        history.plan().id().value(),
        c.id().value(),
        c.stage(),
        state,
        Waiting.of(c, state.dueOn(), next),
        c.stage().closed() ? List.of() : missing(next),
        rows(situation, c),
        NextCommand.of(next, true),
        NextCommand.of(next, false),
        history.sequence());
  }

  /// What the case is offered, and after it the warranties that do not serve it.
  private static List<OfferAnswer> rows(Situation situation, Case c) {
    return Stream.concat(Offer.of(situation, c).stream(), Offer.denied(situation, c).stream())
        .map(OfferAnswer::of)
        .toList();
  }

  /// What a shipment would be refused for now.
  private static List<ConditionAnswer> missing(List<Possibility> next) {
    return next.stream()
        .filter(possibility -> possibility.name().equals("ShipReplacement"))
        .flatMap(possibility -> possibility.decision().conditions().stream())
        .filter(condition -> !condition.holds())
        .map(ConditionAnswer::of)
        .toList();
  }

  private Situation situation(PlanHistory history) {
    return new Situation(Optional.of(history.plan()), Map.of(), terms);
  }

  private static Case find(PlanHistory history, String caseId) {
    return Optional.ofNullable(history.plan().cases().get(Ids.caseOf(caseId)))
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CASE));
  }
}
