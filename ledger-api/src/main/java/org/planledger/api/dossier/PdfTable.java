package org.planledger.api.dossier;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/// A table whose head is repeated on every page. It goes to the pages as a whole: of one that is
/// put there piece by piece, a piece that begins a page has no head.
final class PdfTable {
  private static final Color HEAD = new Color(0xE4, 0xE9, 0xF0);
  private static final Color WARNING = new Color(0xFB, 0xEC, 0xEA);
  private static final Color LINE = new Color(0xB8, 0xBF, 0xC8);
  private static final float POINTS = 7.5f;

  private final Document document;
  private final PdfFonts fonts;
  private final PdfPTable table;

  private PdfTable(Document document, PdfFonts fonts, float... widths) {
    this.document = document;
    this.fonts = fonts;
    this.table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(4);
    table.setSpacingAfter(6);
    table.setSplitLate(false);
  }

  /// A table with a head.
  static PdfTable of(Document document, PdfFonts fonts, List<String> head, float... widths) {
    var made = new PdfTable(document, fonts, widths);
    made.table.setHeaderRows(1);
    head.forEach(
        title -> made.table.addCell(made.cell(new Phrase(title, fonts.bold(POINTS)), HEAD)));
    return made;
  }

  /// A table of names and values, without a head.
  static PdfTable ofPairs(Document document, PdfFonts fonts) {
    return new PdfTable(document, fonts, 26, 74);
  }

  /// A part of a cell: a text in a font.
  record Run(String text, Font font) {}

  Run plain(String text) {
    return new Run(text, fonts.plain(POINTS));
  }

  Run bold(String text) {
    return new Run(text, fonts.bold(POINTS));
  }

  Run mono(String text) {
    return new Run(text, fonts.mono(POINTS - 1));
  }

  PdfTable pair(String name, String value) {
    return row(false, List.of(List.of(bold(name)), List.of(plain(value))));
  }

  PdfTable monoPair(String name, String value) {
    return row(false, List.of(List.of(bold(name)), List.of(mono(value))));
  }

  /// A row of plain cells.
  PdfTable row(String... cells) {
    return row(false, Arrays.stream(cells).map(each -> List.of(plain(each))).toList());
  }

  /// A row of cells that are put together of runs.
  ///
  /// @param warning whether the row stands out
  PdfTable row(boolean warning, List<List<Run>> cells) {
    for (var cell : cells) {
      var phrase = new Phrase();
      phrase.setLeading(POINTS * 1.3f);
      cell.forEach(run -> phrase.add(new Phrase(fonts.printable(run.text()), run.font())));
      table.addCell(cell(phrase, warning ? WARNING : Color.WHITE));
    }
    return this;
  }

  /// Puts it on the pages.
  void end() {
    document.add(table);
  }

  private PdfPCell cell(Phrase phrase, Color background) {
    var cell = new PdfPCell(phrase);
    cell.setBackgroundColor(background);
    cell.setBorder(Rectangle.BOX);
    cell.setBorderWidth(0.4f);
    cell.setBorderColor(LINE);
    cell.setPadding(3);
    cell.setPaddingBottom(4);
    cell.setLeading(0, 1.3f);
    cell.setVerticalAlignment(Element.ALIGN_TOP);
    return cell;
  }
}
