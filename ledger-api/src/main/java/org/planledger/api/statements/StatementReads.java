package org.planledger.api.statements;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.movements.MovementsQueries;
import org.planledger.projections.movements.MovementsQueries.Filter;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.planledger.projections.movements.MovementsQueries.StatementOf;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads the fee ledger: what customers owe, and by which movements it came to that.
@Tag(name = "Finance", description = "The fee ledger in double entry")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class StatementReads {
  private final MovementsQueries movements;
  private final FurtherEntries further;
  private final CutOff cutOff;

  StatementReads(MovementsQueries movements, FurtherEntries further, CutOff cutOff) {
    this.movements = movements;
    this.further = further;
    this.cutOff = cutOff;
  }

  @Operation(
      operationId = "listFeeStatements",
      summary =
          "What was owed, quoted, captured, refunded, cancelled and written off, for each of something")
  @GetMapping("/fee-statements")
  ResponseEntity<Page<StatementAnswer>> statements(@Query StatementsQuery query, Paging paging) {
    if (query.from().isPresent()
        && query.to().isPresent()
        && !query.from().get().isBefore(query.to().get())) {
      throw ProblemException.malformed(
          Flaw.inQuery("to", FlawCode.TOO_EARLY, "the first day lies before this one"));
    }
    var asking = cutOff.of(query.asked(), query.afterPosition(), query.minPosition());
    var of =
        new StatementOf(
            query.by(),
            query.from(),
            query.to(),
            asking.span(),
            query.currency().map(CutOff::currency),
            query.region(),
            query.centreId());
    var givenUp = further.givenUp(Span.upTo(asking.span().upTo()));
    return paging
        .at(asking.span().upTo())
        .of(
            page -> movements.statements(of, givenUp, page),
            view -> StatementAnswer.of(query.by(), view));
  }

  @Operation(operationId = "readAccounts", summary = "The trial balance: every account by currency")
  @GetMapping("/accounts")
  AccountsAnswer accounts(@Query AccountsQuery query) {
    Span span = cutOff.of(query.asked(), Optional.empty(), query.minPosition()).span();
    var balance = movements.trialBalance(span);
    further.addTo(balance, span);
    return AccountsAnswer.of(span.upTo(), balance);
  }

  @Operation(
      operationId = "listFeeMovements",
      summary = "Everything that happened to fees, oldest first")
  @GetMapping("/fee-movements")
  ResponseEntity<Page<MovementAnswer>> movements(@Query MovementsQuery query, Paging paging) {
    var asking = cutOff.of(query.asked(), query.afterPosition(), query.minPosition());
    var filter =
        new Filter(
            query.feeId(),
            query.planId().map(UUID::fromString).map(PlanId::new),
            query.caseId().map(UUID::fromString).map(CaseId::new),
            query.kind(),
            query.currency().map(CutOff::currency));
    return paging
        .at(asking.span().upTo())
        .of(page -> movements.list(filter, asking.span(), page), MovementAnswer::of);
  }

  @Operation(
      operationId = "readFeeMovement",
      summary = "A movement with its journal entry, and the way to its event, fee and plan")
  @GetMapping("/fee-movements/{movementId}")
  PostedMovementAnswer movement(@PathVariable String movementId) {
    return movements
        .find(movementId)
        .map(found -> PostedMovementAnswer.of(found, movements.ofFee(found.feeId())))
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_MOVEMENT));
  }
}
