package org.planledger.api.plans;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.planledger.api.plans.PlanAnswer.DeviceAnswer;
import org.planledger.api.plans.PlanAnswer.Place;
import org.planledger.api.state.NextCommand;
import org.planledger.api.state.PlanState;
import org.planledger.api.web.Ids;
import org.planledger.api.web.MaskedSerials;
import org.planledger.api.web.Query;
import org.planledger.core.axon.PlanHistory;
import org.planledger.core.plan.PlanEvent.DeviceBound;
import org.planledger.core.plan.Possibility;
import org.planledger.core.plan.Situation;
import org.planledger.core.reference.DeviceId;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PrivateValues;
import org.planledger.core.terms.TermsBook;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Reads one plan, now or then. It is folded from its own history, so it is never behind.
@Tag(name = "Plans", description = "Selling plans, binding devices, and reading them")
@RestController
final class PlanReads {
  private final Histories histories;
  private final TermsBook terms;
  private final PrivateValues privateValues;
  private final MaskedSerials serials;

  PlanReads(Histories histories, TermsBook terms, LedgerStore store, MaskedSerials serials) {
    this.histories = histories;
    this.terms = terms;
    this.privateValues = store.privateValues();
    this.serials = serials;
  }

  @Operation(
      operationId = "readPlan",
      summary = "A plan as it is or was, what is left of it and what could come next")
  @GetMapping(path = "/v1/plans/{planId}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PlanAnswer> plan(@PathVariable String planId, @Query PlanQuery query) {
    var standing = histories.at(Ids.plan(planId), query.asked());
    return ResponseEntity.ok()
        .eTag("\"" + standing.history().sequence() + "\"")
        .body(answer(standing.history(), standing.at(), query));
  }

  private PlanAnswer answer(PlanHistory history, Instant now, PlanQuery query) {
    var plan = history.plan();
    var today = plan.day(now);
    var on = query.on().orElse(today);
    // On another day it is asked as if somebody came at noon.
    Instant at =
        on.equals(today) ? now : on.atTime(LocalTime.NOON).atZone(plan.sold().zone()).toInstant();
    var next = Possibility.of(new Situation(java.util.Optional.of(plan), Map.of(), terms), at);
    return PlanAnswer.of(
        PlanState.of(plan, on),
        HolderAnswer.of(plan.sold(), privateValues),
        plan.head().map(this::device).orElse(null),
        NextCommand.of(next, true),
        NextCommand.of(next, false),
        new Place(on, history.sequence(), history.events().getLast().position()));
  }

  private @Nullable DeviceAnswer device(DeviceBound bound) {
    return new DeviceAnswer(
        bound.deviceId().value(),
        serials.of(bound.deviceId()).orElse(null),
        bound.model().code(),
        bound.at(),
        bound.cause(),
        bound.inheritedFrom().map(DeviceId::value).orElse(null));
  }
}
