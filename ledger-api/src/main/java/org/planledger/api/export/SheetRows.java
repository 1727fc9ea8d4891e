package org.planledger.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.planledger.api.export.ExportColumn.Cell;

/// Rows as an XLSX workbook (ECMA-376), written as they come: texts stand in their cells and not in
/// a list of all texts, which would have to be kept until the end. A sheet ends after 1,048,576
/// rows; what follows goes on in the next one, under the same names of columns.
final class SheetRows implements RowSink {
  static final int MAX_ROWS = 1_048_576;

  private static final int MAX_TEXT_CHARACTERS = 32_767;
  private static final int ROWS_IN_HAND = 500;
  private static final char REPLACEMENT = '\uFFFD';

  private final String name;
  private final List<String> header;
  private final int maxRows;
  private final Workbook workbook;
  private Worksheet sheet;
  private int sheets;
  private int rows;

  SheetRows(String name, List<String> header, OutputStream out) {
    this(name, header, out, MAX_ROWS);
  }

  /// @param maxRows how many rows a sheet has at most, with its header
  SheetRows(String name, List<String> header, OutputStream out, int maxRows) {
    this.name = name;
    this.header = header;
    this.maxRows = maxRows;
    this.workbook = new Workbook(out, "Plan Ledger", "1.0");
    this.sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    var begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    for (int column = 0; column < header.size(); column++) {
      begun.inlineString(0, column, header.get(column));
    }
    begun.freezePane(0, 1);
    rows = 1;
    return begun;
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (rows == maxRows) {
      sheet.finish();
      sheet = begin();
    }
    for (int column = 0; column < cells.size(); column++) {
      put(column, cells.get(column));
    }
    rows++;
    if (rows % ROWS_IN_HAND == 0) {
      sheet.flush();
    }
  }

  @Override
  public void end() throws IOException {
    sheet.finish();
    workbook.finish();
  }

  private void put(int column, Cell cell) {
    switch (cell) {
      case Cell.Text(var text) ->
          sheet.inlineString(rows, column, storable(Formulas.guarded(text)));
      case Cell.Whole(var number) -> sheet.value(rows, column, number);
      case Cell.Decimal(var amount) -> {
        sheet.value(rows, column, amount);
        sheet
            .style(rows, column)
            .format(amount.scale() == 0 ? "0" : "0." + "0".repeat(amount.scale()))
            .set();
      }
      case Cell.Day(var day) -> {
        sheet.value(rows, column, day);
        sheet.style(rows, column).format("yyyy-mm-dd").set();
      }
      case Cell.Nothing() -> {}
    }
  }

  /// A cell holds so many characters, and XML only some of them (XML 1.0, 2.2).
  private static String storable(String text) {
    var all = new StringBuilder(Math.min(text.length(), MAX_TEXT_CHARACTERS));
    text.codePoints()
        .map(each -> isXml(each) ? each : REPLACEMENT)
        .takeWhile(each -> all.length() + Character.charCount(each) <= MAX_TEXT_CHARACTERS)
        .forEach(all::appendCodePoint);
    return all.toString();
  }

  private static boolean isXml(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= ' ' && character < Character.MIN_SURROGATE)
        || (character > Character.MAX_SURROGATE && character < '\uFFFE')
        || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }
}
