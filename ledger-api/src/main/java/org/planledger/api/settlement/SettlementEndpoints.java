package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.planledger.api.command.Callers;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.settlement.format.SettlementFormat;
import org.planledger.api.web.FileBody;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Query;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Imports settlements and statements, and shows how far an import is.
@Tag(
    name = "Settlements",
    description = "What payment processors and banks say, line by line, in one form")
@RestController
final class SettlementEndpoints {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Uploads uploads;
  private final ImportJobs jobs;
  private final KeptSettlements settlements;
  private final KeptMappings mappings;
  private final InstantSource clock;

  SettlementEndpoints(
      Uploads uploads,
      ImportJobs jobs,
      KeptSettlements settlements,
      KeptMappings mappings,
      InstantSource clock) {
    this.uploads = uploads;
    this.jobs = jobs;
    this.settlements = settlements;
    this.mappings = mappings;
    this.clock = clock;
  }

  @Operation(
      operationId = "importSettlement",
      summary = "Import a file of a processor or a bank; the same bytes are imported once")
  @FileBody(
      example =
          "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,created_utc,"
              + "available_on_utc,currency,gross,fee,net,reporting_category,source_id,charge_id,"
              + "payment_intent_id,description,payment_metadata[fee_id]\n"
              + "po_1,2026-01-08 00:00:00,txn_1,2026-01-05 12:34:56,2026-01-07 00:00:00,usd,"
              + "159.00,4.91,154.09,charge,ch_1,ch_1,pi_1,Service fee,\n")
  @ApiResponse(
      responseCode = "202",
      description = "It is being imported.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ImportAnswer.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The same bytes were imported before; `result` is that file.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ImportAnswer.class)))
  @PostMapping(
      path = "/v1/settlements",
      consumes = {
        MediaType.APPLICATION_OCTET_STREAM_VALUE,
        "text/csv",
        MediaType.APPLICATION_XML_VALUE,
        MediaType.TEXT_XML_VALUE,
        XLSX
      },
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ImportAnswer> importFile(@Query ImportQuery query, HttpServletRequest http) {
    var caller = Callers.of(http);
    uploads.requireSmall(http);
    var format = format(query);
    var mapping = mapping(query, format);
    jobs.requireIdle();
    var received = uploads.receive(http);
    var upload =
        new Upload(
            received.file(),
            received.sha256(),
            received.bytes(),
            query.fileName().orElse("unnamed"),
            format,
            mapping,
            query.dryRun().orElse(false),
            caller.actor());
    boolean begun = false;
    try {
      var before = settlements.of(received.sha256());
      if (before.isPresent()) {
        return ResponseEntity.ok()
            .location(URI.create("/v1/settlements/" + before.get().number()))
            .body(ImportAnswer.before(before.get()));
      }
      var job = jobs.begin(upload);
      begun = true;
      return ResponseEntity.accepted()
          .location(URI.create("/v1/settlement-imports/" + job.id()))
          .body(ImportAnswer.of(job, clock.instant()));
    } finally {
      if (!begun) {
        discard(upload);
      }
    }
  }

  private static void discard(Upload upload) {
    try {
      upload.discard();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<SettlementFormat> format(ImportQuery query) {
    return query
        .format()
        .filter(wanted -> wanted != ImportQuery.Wanted.AUTO)
        .map(wanted -> SettlementFormat.valueOf(wanted.name()));
  }

  private Optional<Upload.NamedMapping> mapping(
      ImportQuery query, Optional<SettlementFormat> format) {
    boolean mapped = format.filter(SettlementFormat::isMapped).isPresent();
    if (mapped && query.mapping().isEmpty()) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              "mapping",
              FlawCode.MISSING,
              "a CSV or XLSX file needs a mapping that explains its columns; GET"
                  + " /v1/settlement-mappings lists them"));
    }
    if (format.isPresent() && !mapped && query.mapping().isPresent()) {
      throw ProblemException.malformed(
          Flaw.inQuery(
              "mapping", FlawCode.DOES_NOT_FIT, "the columns of this format are known already"));
    }
    return query
        .mapping()
        .map(
            name ->
                mappings
                    .named(name)
                    .orElseThrow(
                        () ->
                            ProblemException.malformed(
                                Flaw.inQuery(
                                    "mapping",
                                    FlawCode.UNKNOWN_VALUE,
                                    "nobody has saved a mapping of this name; GET"
                                        + " /v1/settlement-mappings lists them"))));
  }

  @Operation(
      operationId = "readSettlementImport",
      summary = "How far an import is, and what came of it")
  @GetMapping(
      path = "/v1/settlement-imports/{importId}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
  byte[] progress(@PathVariable String importId) {
    return jobs.get(Ids.job("importId", importId));
  }
}
