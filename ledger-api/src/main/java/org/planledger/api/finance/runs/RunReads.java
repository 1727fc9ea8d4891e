package org.planledger.api.finance.runs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.planledger.api.finance.findings.KeptRuns;
import org.planledger.api.finance.findings.RunRow;
import org.planledger.api.finance.findings.Runs;
import org.planledger.api.job.JobFailedException;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The runs there were, and their reports.
@Tag(name = "Finance")
@RestController
@RequestMapping("/v1/reconciliation-runs")
final class RunReads {
  private final KeptRuns store;
  private final Runs runs;
  private final Reconciler reconciler;

  RunReads(KeptRuns store, Runs runs, Reconciler reconciler) {
    this.store = store;
    this.runs = runs;
    this.reconciler = reconciler;
  }

  @Operation(operationId = "listReconciliationRuns", summary = "Runs, the newest first")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Page<RunAnswer>> runs(@Query RunQuery query, Paging paging) {
    long before = paging.after().isEmpty() ? Long.MAX_VALUE : paging.afterNumber();
    List<RunAnswer> found =
        store.before(before, query.period().map(YearMonth::parse), paging.fetch()).stream()
            .map(RunAnswer::of)
            .toList();
    return paging.of(found, run -> List.of(String.valueOf(run.run())));
  }

  @Operation(operationId = "readReconciliationRun", summary = "One run: by what, and what it found")
  @GetMapping(path = "/{run}", produces = MediaType.APPLICATION_JSON_VALUE)
  RunAnswer run(@PathVariable String run) {
    return RunAnswer.of(runs.any(Ids.number("run", run)));
  }

  @Operation(
      operationId = "readReconciliationReport",
      summary = "The report of a run, made again from what it went by, as JSON lines")
  @GetMapping(path = "/{run}/report", produces = "application/jsonl")
  @ApiResponse(
      responseCode = "200",
      description = "The bytes whose SHA-256 was recorded.",
      content = @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")))
  void report(@PathVariable String run, HttpServletResponse response) throws IOException {
    RunRow row = runs.ended(Ids.number("run", run));
    Path draft = Files.createTempFile("report", ".jsonl");
    try {
      String hash = write(row, draft);
      if (!hash.equals(row.report().orElse(""))) {
        throw ProblemException.of(
            ProblemType.EVIDENCE_DAMAGED,
            "The run leads to the report %s, and %s was recorded."
                .formatted(hash, row.report().orElse("none")));
      }
      response.setContentType("application/jsonl");
      response.setContentLengthLong(Files.size(draft));
      response.setHeader("ETag", "\"" + hash + "\"");
      Files.copy(draft, response.getOutputStream());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private String write(RunRow row, Path draft) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
      return reconciler.repeat(
          row.inputs(),
          (bytes, offset, length) -> {
            try {
              out.write(bytes, offset, length);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (JobFailedException e) {
      throw ProblemException.of(ProblemType.BUSY, String.valueOf(e.getMessage()))
          .with("Retry-After", "5");
    }
  }
}
