package org.planledger.api.simulation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.planledger.api.job.Job;
import org.planledger.api.job.Jobs;
import org.planledger.api.job.KeptJobs;
import org.planledger.api.job.LongWork;
import org.planledger.api.web.Ids;
import org.planledger.api.web.RequestOf;
import org.planledger.core.axon.LedgerShell;
import org.planledger.core.simulation.Limits;
import org.planledger.core.store.Attempts;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.terms.TermsBook;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Begins simulations of other terms, and shows how far they are and what came of them.
@Tag(name = "Simulations", description = "What other terms would have made of the past")
@RestController
@RequestMapping(path = "/v1/terms-simulations", produces = MediaType.APPLICATION_JSON_VALUE)
@EnableConfigurationProperties(SimulationSettings.class)
final class TermsSimulations implements AutoCloseable {
  private final TermsBook book;
  private final LongWork work;
  private final RecordedAttempts attempts;
  private final Limits limits;
  private final Jobs<Simulation> simulations;

  TermsSimulations(
      TermsBook book,
      LongWork work,
      InstantSource clock,
      Attempts attempts,
      LedgerEvents events,
      LedgerShell shell,
      KeptJobs kept,
      SimulationSettings settings) {
    this.book = book;
    this.work = work;
    this.attempts = new RecordedAttempts(attempts, events, shell.decoder());
    this.limits = new Limits(settings.plans(), settings.listed());
    this.simulations = new Jobs<>(Job.Kind.SIMULATION, kept, SimulationAnswer::of, clock);
  }

  @Operation(
      operationId = "simulateTerms",
      summary = "Decide every recorded command once more, under other terms")
  @RequestOf(SimulationRequest.class)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SimulationAnswer> simulate(HttpServletRequest http) {
    var asked = work.asked(http, SimulationRequest.class);
    var request = asked.request();
    var candidate = Candidates.of(request, book);
    var inPlaceOf = Candidates.inPlaceOf(request, book);
    var simulation = new Simulation(attempts, book, candidate, inPlaceOf, limits);
    var job = simulations.begin(simulation, asked.json());
    return work.begun("/v1/terms-simulations", job, SimulationAnswer::of);
  }

  @Operation(
      operationId = "readTermsSimulation",
      summary = "How far a simulation is, and what came of it")
  @GetMapping("/{simulationId}")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = SimulationAnswer.class)))
  byte[] simulation(@PathVariable String simulationId) {
    return simulations.get(Ids.job("simulationId", simulationId));
  }

  /// Ends before the store that the running simulation reads.
  @Override
  public void close() {
    simulations.close();
  }
}
