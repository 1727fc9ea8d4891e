package org.planledger.api.settlement.rehearsal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.planledger.core.finance.settlement.SettlementLine;

/// A CSV file as a spreadsheet in Europe writes it: semicolons, decimal commas, days the other way
/// around.
final class MappedForm implements RehearsalFile.Form {

  private final CsvWriter csv;

  MappedForm(Path file) throws IOException {
    csv = CsvWriter.builder().fieldSeparator(';').build(file);
    csv.writeRecord(RehearsalMapping.COLUMNS);
  }

  @Override
  public void write(SettlementLine line, boolean unreadable) {
    List<String> cells =
        RehearsalMapping.cells(
            line,
            day ->
                "%02d.%02d.%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()),
            amount -> amount.replace('.', ','),
            unreadable);
    csv.writeRecord(cells);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
