package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.Optional;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.reference.CaseId;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.reference.PlanId;
import org.planledger.projections.casework.CaseworkQueries;
import org.planledger.projections.fees.FeesQueries;
import org.planledger.projections.obligations.ObligationsQueries;
import org.planledger.projections.plans.PlansQueries;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lists across all plans. They come from the views, which are a few milliseconds behind; whoever
/// needs one to have seen a command asks with its position.
@Tag(name = "Lists", description = "Across all plans")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class ListReads {
  private final PlansQueries plans;
  private final CaseworkQueries cases;
  private final FeesQueries fees;
  private final ObligationsQueries obligations;
  private final Standpoints standpoints;

  ListReads(
      PlansQueries plans,
      CaseworkQueries cases,
      FeesQueries fees,
      ObligationsQueries obligations,
      Standpoints standpoints) {
    this.plans = plans;
    this.cases = cases;
    this.fees = fees;
    this.obligations = obligations;
    this.standpoints = standpoints;
  }

  @Operation(operationId = "listPlans", summary = "Plans, by status, region, model or what is left")
  @GetMapping("/plans")
  ResponseEntity<Page<PlanRowAnswer>> plans(@Query PlansQuery query, Paging paging) {
    if (query.availableAtLeast().isPresent() && query.service().isEmpty()) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              "service", FlawCode.MISSING, "availableAtLeast needs the service that it counts"));
    }
    var then = standpoints.of(query.asked(), plans.position(), query.minPosition());
    var filter =
        new PlansQueries.Filter(
            query.status(),
            query.region(),
            query.model(),
            query.edition(),
            query.deviceId().map(DeviceId::new),
            query.service().map(Enum::name),
            query.availableAtLeast());
    var day = query.on().orElseGet(then::day);
    return then.paging(paging)
        .remembering("on", day.toString())
        .of(page -> plans.list(filter, day, then.asOf(), page), PlanRowAnswer::of);
  }

  @Operation(operationId = "listCases", summary = "Cases, those first in which something is due")
  @GetMapping("/cases")
  ResponseEntity<Page<CaseRowAnswer>> cases(@Query CasesQuery query, Paging paging) {
    var then = standpoints.of(query.asked(), cases.position(), query.minPosition());
    var filter =
        new CaseworkQueries.Filter(
            query.centreId(),
            query.stage(),
            query.type(),
            query.region(),
            query.dueBefore(),
            query.waitsFor(),
            query.open());
    return then.paging(paging).of(page -> cases.list(filter, then.asOf(), page), CaseRowAnswer::of);
  }

  @Operation(operationId = "listFees", summary = "Fees, in the order in which they were quoted")
  @GetMapping("/fees")
  ResponseEntity<Page<FeeRowAnswer>> fees(@Query FeesQuery query, Paging paging) {
    var then = standpoints.of(query.asked(), fees.position(), query.minPosition());
    var filter =
        new FeesQueries.Filter(
            Uuids.of(query.planId()).map(PlanId::new),
            Uuids.of(query.caseId()).map(CaseId::new),
            query.status(),
            query.purpose(),
            query.region(),
            query.currency().map(ListReads::currency),
            query.sample(),
            query.paymentReference(),
            query.quotedFrom(),
            query.quotedTo());
    return then.paging(paging).of(page -> fees.list(filter, then.asOf(), page), FeeRowAnswer::of);
  }

  @Operation(
      operationId = "listObligations",
      summary = "What is owed: recovered devices by customers, payments by the provider")
  @GetMapping("/obligations")
  ResponseEntity<Page<ObligationAnswer>> obligations(@Query ObligationsQuery query, Paging paging) {
    var then = standpoints.of(query.asked(), obligations.position(), query.minPosition());
    var filter =
        new ObligationsQueries.Filter(
            query.kind(),
            Uuids.of(query.planId()).map(PlanId::new),
            query.centreId(),
            query.region(),
            query.before(),
            Optional.of(query.settled().orElse(false)));
    return then.paging(paging)
        .of(page -> obligations.list(filter, then.asOf(), page), ObligationAnswer::of);
  }

  private static Currency currency(String code) {
    return currencyIfKnown(code)
        .orElseThrow(
            () ->
                ProblemException.malformed(
                    Flaw.inQuery(
                        "currency",
                        FlawCode.UNKNOWN_VALUE,
                        "ISO 4217 has no currency of this code")));
  }

  private static Optional<Currency> currencyIfKnown(String code) {
    return Currency.availableCurrencies()
        .filter(currency -> currency.getCurrencyCode().equals(code))
        .findFirst();
  }
}
