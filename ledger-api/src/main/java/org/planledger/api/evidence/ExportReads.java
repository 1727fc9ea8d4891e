package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.command.Callers;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Query;
import org.planledger.core.store.EventRow;
import org.planledger.core.store.LedgerEvents;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.PositionSpan;
import org.planledger.core.store.ReadKind;
import org.planledger.core.store.StreamType;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.SealedLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Exports the log of events, line by line, for a verifier that reads the whole of it. Each
/// export is recorded before its first line is sent.
@Tag(name = "Evidence")
@RestController
final class ExportReads {
  private static final String LINES = "application/x-ndjson";
  private static final int PAGE = 500;

  private final SealedLog log;
  private final LedgerEvents events;
  private final RecordedReads reads;

  ExportReads(SealedLog log, LedgerStore store, RecordedReads reads) {
    this.log = log;
    this.events = store.events();
    this.reads = reads;
  }

  @Operation(
      operationId = "exportLog",
      summary = "The log of events: a line about the export, and one for each event",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(mediaType = LINES, schema = @Schema(type = "string"))))
  @GetMapping(path = "/v1/log/export", produces = LINES)
  void export(@Query ExportQuery query, HttpServletRequest http, HttpServletResponse response)
      throws IOException {
    var checkpoint =
        log.newest().orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CHECKPOINT));
    long size = checkpoint.head(LogName.EVENTS).size();
    long to = query.to().orElse(size);
    long from = query.from().orElse(1L);
    if (to > size) {
      throw outside("to", "the newest checkpoint covers %d events".formatted(size));
    }
    if (from > to + 1) {
      throw outside("from", "the export would end before it begins, at %d".formatted(to));
    }
    reads.record(
        ReadKind.LOG_EXPORT,
        "events %d-%d".formatted(from, to),
        Callers.of(http),
        query.reason().orElse("not given"),
        true);
    response.setContentType(LINES);
    response.setHeader("Cache-Control", "no-store");
    var out = response.getOutputStream();
    line(out, new HeaderAnswer(HeaderAnswer.FORMAT, from, to, checkpoint.note()));
    for (long first = from; first <= to; first += PAGE) {
      for (var event : events.between(new PositionSpan(first, Math.min(to, first + PAGE - 1)))) {
        line(out, LineAnswer.of(event));
      }
    }
    out.flush();
  }

  private static ProblemException outside(String parameter, String detail) {
    return ProblemException.malformed(Flaw.inQuery(parameter, FlawCode.OUT_OF_RANGE, detail));
  }

  private static void line(OutputStream out, Record answer) throws IOException {
    out.write(AnswerJson.MAPPER.writeValueAsBytes(answer));
    out.write('\n');
  }

  /// The first line.
  record HeaderAnswer(String format, long from, long to, String checkpoint) {
    static final String FORMAT = "plan-ledger-log/1";
  }

  /// An event as it is stored.
  record LineAnswer(
      StreamType streamType,
      String streamId,
      long position,
      long sequence,
      String eventId,
      String type,
      String revision,
      Instant recordedAt,
      String payload,
      String metadata) {

    static LineAnswer of(EventRow event) {
      return new LineAnswer(
          event.streamType(),
          event.streamId(),
          event.position(),
          event.sequence(),
          event.eventId(),
          event.type(),
          event.revision(),
          event.recordedAt(),
          BundleAnswer.base64(event.payload()),
          BundleAnswer.base64(event.metadata()));
    }
  }
}
