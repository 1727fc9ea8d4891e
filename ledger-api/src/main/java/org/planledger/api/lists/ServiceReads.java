package org.planledger.api.lists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.projections.coverage.CoverageQueries;
import org.planledger.projections.entitlement.EntitlementQueries;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lists of services across all plans: how much is left of them, and until when they run.
@Tag(name = "Lists")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class ServiceReads {
  private final EntitlementQueries entitlements;
  private final CoverageQueries coverage;
  private final Standpoints standpoints;

  ServiceReads(EntitlementQueries entitlements, CoverageQueries coverage, Standpoints standpoints) {
    this.entitlements = entitlements;
    this.coverage = coverage;
    this.standpoints = standpoints;
  }

  @Operation(
      operationId = "listEntitlements",
      summary = "What is left of each service, plan by plan")
  @GetMapping("/entitlements")
  ResponseEntity<Page<EntitlementRowAnswer>> entitlements(
      @Query EntitlementsQuery query, Paging paging) {
    var then = standpoints.of(query.asked(), entitlements.position(), query.minPosition());
    var filter = new EntitlementQueries.Filter(query.service(), query.availableAtLeast());
    return then.paging(paging)
        .of(page -> entitlements.list(filter, then.asOf(), page), EntitlementRowAnswer::of);
  }

  @Operation(
      operationId = "listCoverage",
      summary = "When services run, those first that end first")
  @GetMapping("/coverage")
  ResponseEntity<Page<CoverageRowAnswer>> coverage(@Query CoverageQuery query, Paging paging) {
    var then = standpoints.of(query.asked(), coverage.position(), query.minPosition());
    var filter =
        new CoverageQueries.Filter(
            query.service(), query.part(), query.covering(), query.endsFrom(), query.endsBefore());
    return then.paging(paging)
        .of(page -> coverage.list(filter, then.asOf(), page), CoverageRowAnswer::of);
  }
}
