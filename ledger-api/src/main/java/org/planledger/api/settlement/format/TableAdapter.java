package org.planledger.api.settlement.format;

import org.planledger.core.finance.settlement.LineKeys;
import org.planledger.core.finance.settlement.SettlementLine;

/// Makes lines of the rows of a table with a certain head.
interface TableAdapter {

  /// The line of a row with as many fields as the head.
  ///
  /// @throws BrokenRecordException if it is none
  SettlementLine line(TableRow row, LineKeys keys);

  /// What the columns of a table mean to one source.
  interface Kind {

    /// The system that the lines come from, as it stands in their keys.
    String source();

    /// The adapter for a table.
    ///
    /// @throws UnreadableFileException if columns are missing; it names them
    TableAdapter of(TableHead head);
  }
}
