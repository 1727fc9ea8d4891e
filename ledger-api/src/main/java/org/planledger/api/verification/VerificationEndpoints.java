package org.planledger.api.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.planledger.api.job.LongWork;
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
  private final LongWork work;

  VerificationEndpoints(VerificationJobs verifications, LongWork work) {
    this.verifications = verifications;
    this.work = work;
  }

  @Operation(
      operationId = "verifyLedger",
      summary =
          "Compute every hash again from the stored bytes, and compare it with what was signed")
  @RequestOf(VerificationRequest.class)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<VerificationAnswer> verify(HttpServletRequest http) {
    var asked = work.asked(http, VerificationRequest.class);
    var extent = asked.request().extent().orElse(Extent.INCREMENTAL);
    var job = verifications.begin(extent, asked.json());
    return work.begun("/v1/verifications", job, VerificationAnswer::of);
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
