package org.planledger.api.rebuild;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.planledger.api.job.LongWork;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.web.Ids;
import org.planledger.api.web.RequestOf;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Has a view built anew beside the live one, and shows what came of it.
@Tag(name = "Views", description = "How the lists stand, and whether they are what the ledger says")
@RestController
@RequestMapping(path = "/v1/rebuilds", produces = MediaType.APPLICATION_JSON_VALUE)
final class RebuildEndpoints {
  private final RebuildJobs rebuilds;
  private final LongWork work;

  RebuildEndpoints(RebuildJobs rebuilds, LongWork work) {
    this.rebuilds = rebuilds;
    this.work = work;
  }

  @Operation(
      operationId = "rebuildView",
      summary = "Build a view anew beside the live one, compare both, and switch if asked to")
  @RequestOf(RebuildRequest.class)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<RebuildAnswer> rebuild(HttpServletRequest http) {
    var asked = work.asked(http, RebuildRequest.class);
    var request = asked.request();
    if (!rebuilds.views().contains(request.view())) {
      throw ProblemException.malformed(
          Flaw.inBody(
              "/view",
              FlawCode.UNKNOWN_VALUE,
              "there is no view of this name; known are " + String.join(", ", rebuilds.views())));
    }
    var job = rebuilds.begin(request, asked.json());
    return work.begun("/v1/rebuilds", job, RebuildAnswer::of);
  }

  @Operation(
      operationId = "readRebuild",
      summary = "How far the building of a view is, and what the comparison has found")
  @GetMapping("/{rebuildId}")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = RebuildAnswer.class)))
  byte[] rebuild(@PathVariable String rebuildId) {
    return rebuilds.get(Ids.job("rebuildId", rebuildId));
  }
}
