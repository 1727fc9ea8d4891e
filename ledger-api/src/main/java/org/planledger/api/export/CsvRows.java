package org.planledger.api.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.planledger.api.export.ExportColumn.Cell;

/// Rows as CSV (RFC 4180): UTF-8, lines that end in CR LF, the names of the columns first.
final class CsvRows implements RowSink {
  private final CsvWriter csv;

  CsvRows(List<String> header, OutputStream out) {
    csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(header);
  }

  @Override
  public void row(List<Cell> cells) {
    csv.writeRecord(cells.stream().map(CsvRows::text).toList());
  }

  @Override
  public void end() throws IOException {
    csv.flush();
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> Formulas.guarded(text);
      case Cell.Whole(var number) -> Long.toString(number);
      case Cell.Decimal(var amount) -> amount.toPlainString();
      case Cell.Day(var day) -> day.toString();
      case Cell.Nothing() -> "";
    };
  }
}
