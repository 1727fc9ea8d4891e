package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.planledger.projections.history.HistoryQueries;
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
  private final HistoryQueries history;
  private final ObligationsQueries obligations;
  private final InstantSource clock;

  ListReads(
      PlansQueries plans,
      CaseworkQueries cases,
      FeesQueries fees,
      HistoryQueries history,
      ObligationsQueries obligations,
      InstantSource clock) {
    this.plans = plans;
    this.cases = cases;
    this.fees = fees;
    this.history = history;
    this.obligations = obligations;
    this.clock = clock;
  }

  @Operation(operationId = "listPlans", summary = "Plans, by status, region, model or what is left")
  @GetMapping("/plans")
  ResponseEntity<Page<PlanRowAnswer>> plans(@Query PlansQuery query, Paging paging) {
    if (query.availableAtLeast().isPresent() && query.service().isEmpty()) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              "service", FlawCode.MISSING, "availableAtLeast needs the service that it counts"));
    }
    Views.await(plans.position(), query.minPosition());
    var filter =
        new PlansQueries.Filter(
            query.status(),
            query.region(),
            query.model(),
            query.edition(),
            query.deviceId().map(DeviceId::new),
            query.service().map(Enum::name),
            query.availableAtLeast());
    var day = query.on().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return paging.of(page -> plans.list(filter, day, page), PlanRowAnswer::of);
  }

  @Operation(operationId = "listCases", summary = "Cases, those first in which something is due")
  @GetMapping("/cases")
  ResponseEntity<Page<CaseRowAnswer>> cases(@Query CasesQuery query, Paging paging) {
    Views.await(cases.position(), query.minPosition());
    var filter =
        new CaseworkQueries.Filter(
            query.centreId(),
            query.stage(),
            query.type(),
            query.region(),
            query.dueBefore(),
            query.waitsFor(),
            query.open());
    return paging.of(page -> cases.list(filter, page), CaseRowAnswer::of);
  }

  @Operation(operationId = "listFees", summary = "Fees, in the order in which they were quoted")
  @GetMapping("/fees")
  ResponseEntity<Page<FeeRowAnswer>> fees(@Query FeesQuery query, Paging paging) {
    Views.await(fees.position(), query.minPosition());
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
    return paging.of(page -> fees.list(filter, page), FeeRowAnswer::of);
  }

  @Operation(operationId = "listHistory", summary = "What was recorded, by whom and when")
  @GetMapping("/history")
  ResponseEntity<Page<HistoryRowAnswer>> history(@Query HistoryQuery query, Paging paging) {
    Views.await(history.position(), query.minPosition());
    var filter =
        new HistoryQueries.Filter(
            query.actor(),
            query.type(),
            query.from(),
            query.to(),
            Uuids.of(query.planId()).map(PlanId::new),
            query.deviceId().map(DeviceId::new));
    return paging.of(page -> history.list(filter, page), HistoryRowAnswer::of);
  }

  @Operation(
      operationId = "listObligations",
      summary = "What is owed: recovered devices by customers, payments by the provider")
  @GetMapping("/obligations")
  ResponseEntity<Page<ObligationAnswer>> obligations(@Query ObligationsQuery query, Paging paging) {
    Views.await(obligations.position(), query.minPosition());
    var filter =
        new ObligationsQueries.Filter(
            query.kind(),
            Uuids.of(query.planId()).map(PlanId::new),
            query.centreId(),
            query.region(),
            query.before(),
            Optional.of(query.settled().orElse(false)));
    return paging.of(page -> obligations.list(filter, page), ObligationAnswer::of);
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
