package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The settlements that were imported, with their lines.
@Tag(name = "Settlements")
@RestController
@RequestMapping(path = "/v1/settlements", produces = MediaType.APPLICATION_JSON_VALUE)
final class SettlementReads {
  private final KeptSettlements settlements;
  private final KeptLines lines;

  SettlementReads(KeptSettlements settlements, KeptLines lines) {
    this.settlements = settlements;
    this.lines = lines;
  }

  @Operation(operationId = "listSettlements", summary = "What was imported, the newest first")
  @GetMapping
  ResponseEntity<Page<SettlementAnswer>> list(Paging paging) {
    long before = paging.after().isEmpty() ? Long.MAX_VALUE : paging.afterNumber();
    return paging.of(
        settlements.newest(before, paging.fetch()).stream().map(SettlementAnswer::of).toList(),
        row -> List.of(String.valueOf(row.number())));
  }

  @Operation(operationId = "readSettlement", summary = "One of them, with what it comes to")
  @GetMapping("/{settlementNumber}")
  SettlementAnswer read(@PathVariable String settlementNumber) {
    return SettlementAnswer.of(file(settlementNumber));
  }

  @Operation(operationId = "listSettlementLines", summary = "Its lines, in the order of the file")
  @GetMapping("/{settlementNumber}/lines")
  ResponseEntity<Page<SettlementLineAnswer>> lines(
      @PathVariable String settlementNumber, Paging paging) {
    int file = file(settlementNumber).number();
    return paging.of(
        lines.after(file, after(paging), paging.fetch()).stream()
            .map(SettlementLineAnswer::of)
            .toList(),
        row -> List.of(String.valueOf(row.number())));
  }

  @Operation(operationId = "readSettlementLine", summary = "One line, by its number in the file")
  @GetMapping("/{settlementNumber}/lines/{lineNumber}")
  SettlementLineAnswer line(
      @PathVariable String settlementNumber, @PathVariable String lineNumber) {
    int file = file(settlementNumber).number();
    return lines
        .line(file, small(Ids.number("lineNumber", lineNumber)))
        .map(SettlementLineAnswer::of)
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_SETTLEMENT));
  }

  @Operation(
      operationId = "listQuarantinedRecords",
      summary = "Its records that could not be read, with the reason of each")
  @GetMapping("/{settlementNumber}/quarantine")
  ResponseEntity<Page<QuarantinedAnswer>> quarantine(
      @PathVariable String settlementNumber, Paging paging) {
    return records(settlementNumber, false, paging);
  }

  @Operation(
      operationId = "listNotBookedRecords",
      summary = "Its entries that the bank has only announced; they are no money yet")
  @GetMapping("/{settlementNumber}/not-booked")
  ResponseEntity<Page<QuarantinedAnswer>> notBooked(
      @PathVariable String settlementNumber, Paging paging) {
    return records(settlementNumber, true, paging);
  }

  private ResponseEntity<Page<QuarantinedAnswer>> records(
      String settlementNumber, boolean announced, Paging paging) {
    int file = file(settlementNumber).number();
    return paging.of(
        lines.quarantined(file, announced, after(paging), paging.fetch()).stream()
            .map(QuarantinedAnswer::of)
            .toList(),
        row -> List.of(String.valueOf(row.ordinal())));
  }

  private SettlementFile file(String number) {
    return settlements
        .find(small(Ids.number("settlementNumber", number)))
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_SETTLEMENT));
  }

  private static int after(Paging paging) {
    return small(paging.afterNumber());
  }

  /// No file and no line has a larger number than this, and there is none of this one.
  private static int small(long number) {
    return (int) Math.min(Integer.MAX_VALUE, number);
  }
}
