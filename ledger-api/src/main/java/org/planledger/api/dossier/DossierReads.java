package org.planledger.api.dossier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.command.Callers;
import org.planledger.api.evidence.RecordedReads;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Query;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.ReadKind;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Hands out the dossier of a plan, in the form that the client likes best. Each is recorded before
/// it is answered.
@Tag(name = "Evidence")
@RestController
final class DossierReads {
  private final Dossiers dossiers;
  private final LedgerEvents events;
  private final RecordedReads reads;

  DossierReads(Dossiers dossiers, LedgerStore store, RecordedReads reads) {
    this.dossiers = dossiers;
    this.events = store.events();
    this.reads = reads;
  }

  @Operation(
      operationId = "readDossier",
      summary =
          "The dossier of a plan, to read and to file: pages (PDF), or its timeline as CSV or as"
              + " lines of JSON",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = {
                @Content(
                    mediaType = Form.PDF_TYPE,
                    schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = Form.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = Form.LINES_TYPE, schema = @Schema(type = "string"))
              }))
  @GetMapping(
      path = "/v1/plans/{planId}/dossier",
      produces = {Form.PDF_TYPE, Form.CSV_TYPE, Form.LINES_TYPE})
  void dossier(
      @PathVariable String planId,
      @Query DossierQuery query,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException {
    var id = Ids.plan(planId);
    reads.record(
        ReadKind.DOSSIER,
        id.toString(),
        Callers.of(http),
        query.reason().orElse("not given"),
        events.lastPosition(id.toString()).isPresent());
    var dossier = dossiers.of(id, query);
    var form = Form.of(Collections.list(http.getHeaders(HttpHeaders.ACCEPT)));
    response.setHeader("Vary", HttpHeaders.ACCEPT);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "inline; filename=\"dossier-%s.%s\"".formatted(id, form.ending()));
    switch (form) {
      case PDF -> pdf(dossier, response);
      case CSV -> {
        response.setContentType(Form.CSV_TYPE + ";charset=utf-8");
        CsvDossier.write(dossier, response.getOutputStream());
      }
      case LINES -> {
        response.setContentType(Form.LINES_TYPE);
        lines(dossier, response.getOutputStream());
      }
    }
  }

  /// In memory first: half a page is worse than a problem.
  private static void pdf(Dossier dossier, HttpServletResponse response) throws IOException {
    var pages = new ByteArrayOutputStream();
    PdfDossier.write(dossier, pages);
    response.setContentType(Form.PDF_TYPE);
    response.setContentLength(pages.size());
    pages.writeTo(response.getOutputStream());
  }

  private static void lines(Dossier dossier, OutputStream out) throws IOException {
    for (var entry : dossier.timeline()) {
      out.write(AnswerJson.MAPPER.writeValueAsBytes(entry));
      out.write('\n');
    }
    out.flush();
  }
}
