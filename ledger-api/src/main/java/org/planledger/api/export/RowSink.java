package org.planledger.api.export;

import java.io.IOException;
import java.util.List;
import org.planledger.api.export.ExportColumn.Cell;

/// Takes the rows of a table, one after the other.
interface RowSink {

  void row(List<Cell> cells) throws IOException;

  /// Writes what belongs to the end; the stream below stays open.
  void end() throws IOException;
}
