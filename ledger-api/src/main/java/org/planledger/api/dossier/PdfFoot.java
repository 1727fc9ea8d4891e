package org.planledger.api.dossier;

import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// The foot of every page: what the dossier is of, and which page of how many. How many there
/// are is known at the end, and written to all of them then.
final class PdfFoot extends PdfPageEventHelper {
  private static final float POINTS = 7.5f;
  private static final float BELOW = 24;
  private static final float TOTAL_WIDTH = 30;

  private final PdfFonts fonts;
  private final String left;
  private final PdfTemplate total;

  PdfFoot(PdfFonts fonts, String left, PdfWriter writer) {
    this.fonts = fonts;
    this.left = left;
    this.total = writer.getDirectContent().createTemplate(TOTAL_WIDTH, POINTS * 2);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    Rectangle page = document.getPageSize();
    float y = document.bottomMargin() - BELOW;
    canvas.setLineWidth(0.4f);
    canvas.moveTo(document.leftMargin(), y + POINTS + 4);
    canvas.lineTo(page.getWidth() - document.rightMargin(), y + POINTS + 4);
    canvas.stroke();
    canvas.beginText();
    canvas.setFontAndSize(fonts.plain(), POINTS);
    canvas.setTextMatrix(document.leftMargin(), y);
    canvas.showText(left);
    String number = writer.getPageNumber() + " of ";
    float right = page.getWidth() - document.rightMargin() - TOTAL_WIDTH / 2;
    canvas.setTextMatrix(right - fonts.plain().getWidthPoint(number, POINTS), y);
    canvas.showText(number);
    canvas.endText();
    canvas.addTemplate(total, right, y - POINTS / 2);
  }

  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    total.beginText();
    total.setFontAndSize(fonts.plain(), POINTS);
    total.setTextMatrix(0, POINTS / 2);
    // The page that would come next has been begun by now.
    total.showText(String.valueOf(writer.getPageNumber() - 1));
    total.endText();
  }
}
