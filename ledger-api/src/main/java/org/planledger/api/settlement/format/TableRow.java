package org.planledger.api.settlement.format;

/// One row of a table, whatever it is written in. It is good until the next row is read.
interface TableRow {

  /// The line, or the row of the sheet, where it begins.
  int number();

  /// How many fields it has.
  int size();

  /// A field.
  ///
  /// @param column from 0, below [#size]
  String text(int column);

  /// Whether a field is a number and not text, so that no mapping has to say how it is written.
  boolean isNumber(int column);

  /// The row as it stood.
  String raw();
}
