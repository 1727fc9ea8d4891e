package org.planledger.api.settlement.format;

import java.io.IOException;
import java.util.Optional;

/// The rows of a table, one after the other.
interface TableRows {

  /// Goes to the next row that is not empty.
  ///
  /// @return false at the end
  boolean next() throws IOException;

  /// The row that it has come to.
  TableRow row();

  /// Why the row it has come to is none; no such reason, if it is one.
  Optional<BrokenRecordException> fault();

  /// Whether the row lies on several lines, which a forgotten quotation mark does as well.
  boolean isFolded();

  /// Takes back all lines of the row but its first.
  void unfold();

  /// How many bytes of the file have been read.
  long bytes();
}
