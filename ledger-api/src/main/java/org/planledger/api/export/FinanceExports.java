package org.planledger.api.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.planledger.api.statements.CutOff;
import org.planledger.api.statements.FurtherEntries;
import org.planledger.api.statements.Settlements;
import org.planledger.api.web.Query;
import org.planledger.core.finance.accounts.JournalEntry;
import org.planledger.projections.movements.MovementsQueries;
import org.planledger.projections.movements.MovementsQueries.Span;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hands the fee ledger out as files. A span of positions has the same movements for ever; what was
/// found in settlements is told by the runs that count now.
@Tag(name = "Finance")
@RestController
final class FinanceExports {
  private final MovementsQueries movements;
  private final Settlements settlements;
  private final FurtherEntries further;
  private final CutOff cutOff;

  FinanceExports(
      MovementsQueries movements, Settlements settlements, FurtherEntries further, CutOff cutOff) {
    this.movements = movements;
    this.settlements = settlements;
    this.further = further;
    this.cutOff = cutOff;
  }

  @Operation(
      operationId = "exportFees",
      summary = "Every fee with what is open of it, as CSV, XLSX or lines of JSON")
  @HandsOutATable
  @GetMapping(
      path = "/v1/exports/fees",
      produces = {ExportForm.CSV_TYPE, ExportForm.XLSX_TYPE, ExportForm.JSONL_TYPE})
  void fees(@Query FeeExportQuery query, HttpServletRequest http, HttpServletResponse response)
      throws IOException {
    var asking = cutOff.of(query.asked(), Optional.empty(), query.minPosition());
    long position = asking.span().upTo();
    var settled = settlements.upTo(position);
    var rows =
        movements
            .fees(Span.upTo(position))
            .map(fee -> FeeExport.Row.of(fee, settled, asking.day()));
    TableFile.answer(http, response, query.format(), position, FeeExport.TABLE, rows);
  }

  @Operation(
      operationId = "exportJournal",
      summary = "The journal of the fee ledger, as CSV, XLSX or lines of JSON")
  @HandsOutATable
  @GetMapping(
      path = "/v1/exports/journal",
      produces = {ExportForm.CSV_TYPE, ExportForm.XLSX_TYPE, ExportForm.JSONL_TYPE})
  void journal(
      @Query JournalExportQuery query, HttpServletRequest http, HttpServletResponse response)
      throws IOException {
    var span = cutOff.of(query.asked(), query.afterPosition(), query.minPosition()).span();
    var entries = Stream.concat(movements.all(span).map(JournalEntry::of), further.within(span));
    TableFile.answer(
        http,
        response,
        query.format(),
        span.upTo(),
        JournalExport.TABLE,
        entries.flatMap(JournalExport.Row::of));
  }
}
