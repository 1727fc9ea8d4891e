package org.planledger.api.settlement.format;

import java.util.Currency;
import java.util.Optional;

/// The fields of a row by the columns of one kind of table.
///
/// @param row the row
/// @param head its columns
record Cells(TableRow row, TableHead head) {

  /// The text in a column; empty if the table does not have it.
  String text(int column) {
    return column == TableHead.NONE ? "" : row.text(column);
  }

  /// The text in a column that must not be empty.
  String required(int column) {
    String text = row.text(column);
    if (text.isBlank()) {
      throw BrokenRecordException.in(name(column), QuarantineReason.MISSING, "nothing stands here");
    }
    return text;
  }

  Optional<String> reference(int column) {
    return column == TableHead.NONE
        ? Optional.empty()
        : Texts.reference(row.text(column), name(column));
  }

  Optional<String> prose(int column) {
    return column == TableHead.NONE ? Optional.empty() : Texts.prose(row.text(column));
  }

  /// An amount as programs write it; 0 if the field is empty.
  long amount(int column, Currency currency) {
    String text = text(column);
    return text.isBlank() ? 0 : DecimalForm.PLAIN.minor(text, currency, name(column));
  }

  Currency currency(int column) {
    return Currencies.of(required(column), name(column));
  }

  String name(int column) {
    return head.name(column);
  }

  /// The row as it stood.
  ///
  /// @throws BrokenRecordException if it is no clean text
  String raw() {
    String raw = row.raw();
    if (!Texts.isClean(raw)) {
      throw BrokenRecordException.of(
          QuarantineReason.BAD_CHARACTER,
          "a control character, or bytes that are no text in this encoding");
    }
    return raw;
  }
}
