package org.planledger.api.finance.runs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import org.planledger.api.command.Callers;
import org.planledger.api.finance.findings.RunRow;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.job.Job;
import org.planledger.api.job.LongWork;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.web.Ids;
import org.planledger.api.web.RequestOf;
import org.planledger.core.store.LedgerEvents;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Has fees and payments matched, and shows how far that is.
@Tag(name = "Finance", description = "Every fee against every payment, every difference explained")
@RestController
@RequestMapping(path = "/v1/reconciliations", produces = MediaType.APPLICATION_JSON_VALUE)
final class ReconciliationEndpoints {
  private final ReconciliationJobs jobs;
  private final Reconciler reconciler;
  private final Runs runs;
  private final LedgerEvents events;
  private final LongWork work;

  ReconciliationEndpoints(
      ReconciliationJobs jobs,
      Reconciler reconciler,
      Runs runs,
      LedgerEvents events,
      LongWork work) {
    this.jobs = jobs;
    this.reconciler = reconciler;
    this.runs = runs;
    this.events = events;
    this.work = work;
  }

  @Operation(
      operationId = "reconcile",
      summary = "Match the fees and payments of a month, or repeat a run and compare its report")
  @RequestOf(ReconciliationRequest.class)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ReconciliationAnswer> reconcile(HttpServletRequest http) {
    var asked = work.asked(http, ReconciliationRequest.class);
    var request = asked.request();
    Job<Reconciling> job;
    if (request.repeat().isPresent()) {
      requireAlone(request);
      job = jobs.repeat(ended(request.repeat().get()), asked.json());
    } else {
      var period = YearMonth.parse(request.period().orElseThrow(ReconciliationEndpoints::missing));
      runs.requireOpen(period);
      request.cutOffPosition().ifPresent(this::requireRecorded);
      var inputs = reconciler.inputs(period, request.cutOffPosition(), request.asOf());
      job = jobs.begin(inputs, request.dryRun().orElse(false), Callers.of(http), asked.json());
    }
    return work.begun("/v1/reconciliations", job, ReconciliationAnswer::of);
  }

  private RunRow ended(long number) {
    return runs.find(number)
        .filter(run -> run.endedAt().isPresent())
        .orElseThrow(
            () ->
                ProblemException.malformed(
                    Flaw.inBody(
                        "/repeat",
                        FlawCode.UNKNOWN_VALUE,
                        "no run of this number has ended; the runs are listed at GET"
                            + " /v1/reconciliation-runs")));
  }

  private static void requireAlone(ReconciliationRequest request) {
    if (request.period().isPresent()
        || request.cutOffPosition().isPresent()
        || request.asOf().isPresent()
        || request.dryRun().isPresent()) {
      throw ProblemException.malformed(
          Flaw.inBody(
              "/repeat",
              FlawCode.DOES_NOT_FIT,
              "a run is repeated as it was: send nothing beside `repeat`"));
    }
  }

  private static ProblemException missing() {
    return ProblemException.malformed(
        Flaw.inBody("/period", FlawCode.MISSING, "say which month, or which run to `repeat`"));
  }

  private void requireRecorded(long position) {
    long head = events.head();
    if (position > head) {
      throw ProblemException.malformed(
          Flaw.inBody(
              "/cutOffPosition",
              FlawCode.OUT_OF_RANGE,
              "the last event of the ledger has the position " + head));
    }
  }

  @Operation(operationId = "readReconciliation", summary = "How far a run is, and what came of it")
  @GetMapping("/{reconciliationId}")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = ReconciliationAnswer.class)))
  byte[] reconciliation(@PathVariable String reconciliationId) {
    return jobs.get(Ids.job("reconciliationId", reconciliationId));
  }
}
