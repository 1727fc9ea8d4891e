package org.planledger.api.sweep;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/// The sweep on demand. It needs no idempotency key: a sweep that is begun twice records everything
/// once.
@Tag(name = "Sweeps", description = "Record what the date has already decided")
@RestController
@RequestMapping(path = "/v1/sweeps", produces = MediaType.APPLICATION_JSON_VALUE)
final class SweepEndpoints {
  private final Sweeps sweeps;
  private final LongWork work;
  private final InstantSource clock;

  SweepEndpoints(Sweeps sweeps, LongWork work, InstantSource clock) {
    this.sweeps = sweeps;
    this.work = work;
    this.clock = clock;
  }

  @Operation(
      operationId = "sweep",
      summary = "Record expiry, exhaustion, rewards and lapses of every plan")
  @RequestOf(SweepRequest.class)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SweepAnswer> sweep(HttpServletRequest http) {
    var asked = work.asked(http, SweepRequest.class);
    var request = asked.request();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (request.on().filter(today::isBefore).isPresent()) {
      throw ProblemException.malformed(
          Flaw.inBody(
              "/on",
              FlawCode.IN_THE_FUTURE,
              "the day has not come: it is %s in UTC".formatted(today)));
    }
    var job = sweeps.begin(request.on(), asked.json());
    return work.begun("/v1/sweeps", job, SweepAnswer::of);
  }

  @Operation(operationId = "readSweep", summary = "How far a sweep is, and what it has recorded")
  @GetMapping("/{sweepId}")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = SweepAnswer.class)))
  byte[] sweep(@PathVariable String sweepId) {
    return sweeps.get(Ids.job("sweepId", sweepId));
  }
}
