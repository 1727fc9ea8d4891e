package org.planledger.api.settlement.format;

import java.io.IOException;
import java.util.Optional;
import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.SettlementLine;

/// Reads a table row by row, and puts aside what cannot be read.
final class TableReading {

  private static final int ROWS_BETWEEN_SIGNS = 256;

  private final TableRows rows;
  private final LineSink sink;

  TableReading(TableRows rows, LineSink sink) {
    this.rows = rows;
    this.sink = sink;
  }

  /// The head of the table.
  ///
  /// @param skip how many rows stand before it
  /// @param named whether the columns have names; otherwise the first row is a record already
  /// @return none if there is no such row
  Optional<TableHead> head(int skip, boolean named) throws IOException {
    for (int i = 0; i < skip; i++) {
      if (!rows.next()) {
        return Optional.empty();
      }
    }
    if (!rows.next()) {
      return Optional.empty();
    }
    rows.fault()
        .ifPresent(
            fault -> {
              throw new UnreadableFileException(
                  "The first row is no head of a table: " + fault.getMessage() + ".");
            });
    return Optional.of(named ? TableHead.of(rows.row()) : TableHead.numbered(rows.row().size()));
  }

  /// Reads all rows behind the head.
  ///
  /// @param first whether the row that was taken for the head is a record itself
  void records(TableHead head, TableAdapter adapter, LineKeys keys, boolean first)
      throws IOException {
    int until = ROWS_BETWEEN_SIGNS;
    boolean there = first || rows.next();
    while (there) {
      record(head, adapter, keys);
      if (--until == 0) {
        until = ROWS_BETWEEN_SIGNS;
        sink.reached(rows.bytes());
      }
      there = rows.next();
    }
    sink.reached(rows.bytes());
  }

  private void record(TableHead head, TableAdapter adapter, LineKeys keys) {
    TableRow row = rows.row();
    SettlementLine line;
    try {
      requireWhole(head, row);
      line = adapter.line(row, keys);
    } catch (BrokenRecordException e) {
      rows.unfold();
      sink.quarantined(e.at(row.number(), row.raw()));
      return;
    }
    sink.line(line);
  }

  private void requireWhole(TableHead head, TableRow row) {
    if (rows.fault().isPresent()) {
      throw rows.fault().get();
    }
    if (row.size() != head.size()) {
      throw BrokenRecordException.of(
          QuarantineReason.FIELD_COUNT,
          "%d fields where the table has %d columns%s"
              .formatted(
                  row.size(),
                  head.size(),
                  rows.isFolded() ? "; perhaps a quotation mark is not closed" : ""));
    }
  }
}
