package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.planledger.api.plans.FactsAnswer.FactAnswer;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Query;
import org.planledger.core.axon.PlanHistory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Reads what was told of one plan, on both axes of time: what was believed then of a day.
@Tag(name = "Plans")
@RestController
final class FactReads {
  private final Histories histories;

  FactReads(Histories histories) {
    this.histories = histories;
  }

  @Operation(
      operationId = "listFacts",
      summary = "What was told of a plan: when it is valid, when it was held, what corrected it")
  @GetMapping(path = "/v1/plans/{planId}/facts", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FactsAnswer> facts(@PathVariable String planId, @Query FactsQuery query) {
    var history = histories.at(Ids.plan(planId), query.asked()).history();
    return ResponseEntity.ok().eTag("\"" + history.sequence() + "\"").body(answer(history, query));
  }

  private static FactsAnswer answer(PlanHistory history, FactsQuery query) {
    var plan = history.plan();
    var zone = plan.sold().zone();
    return new FactsAnswer(
        plan.id().value(),
        query.on().orElse(null),
        history.sequence(),
        history.events().getLast().position(),
        FactTable.of(history).stream()
            .filter(version -> query.on().map(day -> valid(version, day, zone)).orElse(true))
            .map(FactAnswer::of)
            .toList());
  }

  /// Whether a fact is valid at some moment of a day.
  private static boolean valid(FactVersion version, LocalDate day, ZoneId zone) {
    Instant begins = day.atStartOfDay(zone).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(zone).toInstant();
    return version.told().at().isBefore(ends)
        && version.validUntil().map(begins::isBefore).orElse(true);
  }
}
