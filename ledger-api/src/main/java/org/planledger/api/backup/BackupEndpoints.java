package org.planledger.api.backup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.planledger.api.job.LongWork;
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

/// Has a backup made. What is in it, private values too, stays on the machine of the server and is
/// not sent.
@Tag(name = "Backups", description = "All that cannot be made again, in one file")
@RestController
@RequestMapping(path = "/v1/backups", produces = MediaType.APPLICATION_JSON_VALUE)
final class BackupEndpoints {
  private final BackupJobs backups;
  private final LongWork work;

  BackupEndpoints(BackupJobs backups, LongWork work) {
    this.backups = backups;
    this.work = work;
  }

  @Operation(
      operationId = "backUp",
      summary = "Seal what has been recorded, and write the ledger into one file on the server")
  @RequestOf(BackupRequest.class)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<BackupAnswer> backUp(HttpServletRequest http) {
    var asked = work.asked(http, BackupRequest.class);
    return work.begun("/v1/backups", backups.begin(asked.json()), BackupAnswer::of);
  }

  @Operation(operationId = "readBackup", summary = "How far a backup is, and where it lies")
  @GetMapping("/{backupId}")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = BackupAnswer.class)))
  byte[] backup(@PathVariable String backupId) {
    return backups.get(Ids.job("backupId", backupId));
  }
}
