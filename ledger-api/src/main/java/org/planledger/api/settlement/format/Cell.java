package org.planledger.api.settlement.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// The numbers in the cells of a workbook.
final class Cell {

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?");

  /// A spreadsheet knows a number by fifteen digits, and writes what its machine made of them:
  /// 19.989999999999998 is 19.99 there.
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private Cell() {}

  /// The number in a cell, as the spreadsheet shows it.
  ///
  /// @throws BrokenRecordException if it is none
  static BigDecimal number(String text, String column) {
    if (!NUMBER.matcher(text).matches()) {
      throw BrokenRecordException.in(
          column, QuarantineReason.BAD_AMOUNT, "\"%s\" is no number".formatted(Texts.shown(text)));
    }
    return new BigDecimal(text).round(DIGITS);
  }
}
