package org.planledger.api.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import org.planledger.api.command.Body;
import org.planledger.api.command.Callers;
import org.planledger.api.json.CanonicalJson;
import org.planledger.api.json.RequestReader;
import org.planledger.api.web.Ids;
import org.planledger.api.web.RequestOf;
import org.planledger.core.store.sealing.VerificationResult.Extent;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Has the ledger verify itself, and shows what came of it.
@Tag(name = "Evidence")
@RestController
@RequestMapping(path = "/v1/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
final class VerificationEndpoints {
  private final VerificationJobs verifications;
  private final RequestReader reader;
  private final InstantSource clock;

  VerificationEndpoints(VerificationJobs verifications, RequestReader reader, InstantSource clock) {
    this.verifications = verifications;
    this.reader = reader;
    this.clock = clock;
  }

  @Operation(
      operationId = "verifyLedger",
      summary =
          "Compute every hash again from the stored bytes, and compare it with what was signed")
  @RequestOf(VerificationRequest.class)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<VerificationAnswer> verify(HttpServletRequest http) {
    Callers.of(http);
    var json = Body.json(http);
    var request = reader.read(json, VerificationRequest.class);
    var job =
        verifications.begin(request.extent().orElse(Extent.INCREMENTAL), CanonicalJson.bytes(json));
    return ResponseEntity.accepted()
        .location(URI.create("/v1/verifications/" + job.id()))
        .body(VerificationAnswer.of(job, clock.instant()));
  }

  @Operation(
      operationId = "readVerification",
      summary = "How far a verification is, and what it has found")
  @GetMapping("/{verificationId}")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
  byte[] verification(@PathVariable String verificationId) {
    return verifications.get(Ids.job("verificationId", verificationId));
  }
}
