package org.planledger.api.dossier;

import java.awt.Color;
import java.util.List;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/// Draws devices as boxes, one under the other, and an arrow from each to the one that took its
/// place. What was bound by mistake stands in a dashed box with no arrow.
final class LineagePicture {
  /// How many devices stand in one picture; more go on in the next.
  private static final int AT_A_TIME = 6;

  private static final float WIDTH = 500;
  private static final float BOX_WIDTH = 330;
  private static final float BOX_HEIGHT = 50;
  private static final float GAP = 34;
  private static final float LEFT = 2;
  private static final Color HEAD = new Color(0xE4, 0xE9, 0xF0);

  private final PdfPaper paper;

  LineagePicture(PdfPaper paper) {
    this.paper = paper;
  }

  /// How high the first picture is, in points.
  static float height(Lineage lineage) {
    int first = lineage.chain().isEmpty() ? lineage.undone().size() : lineage.chain().size();
    return height(Math.min(first, AT_A_TIME));
  }

  private static float height(int devices) {
    return devices * (BOX_HEIGHT + GAP);
  }

  void draw(Lineage lineage) {
    var chain = lineage.chain();
    for (int from = 0; from < chain.size(); from += AT_A_TIME) {
      part(chain.subList(from, Math.min(chain.size(), from + AT_A_TIME)), from + 1, false);
    }
    for (int from = 0; from < lineage.undone().size(); from += AT_A_TIME) {
      part(
          lineage.undone().subList(from, Math.min(lineage.undone().size(), from + AT_A_TIME)),
          0,
          true);
    }
  }

  private void part(List<Lineage.Link> links, int ordinal, boolean undone) {
    float height = height(links.size());
    PdfTemplate canvas = paper.writer().getDirectContent().createTemplate(WIDTH, height);
    float top = height - 2;
    for (int i = 0; i < links.size(); i++) {
      var link = links.get(i);
      box(canvas, link, undone ? "undone" : String.valueOf(ordinal + i), top, undone);
      if (!link.left().isEmpty()) {
        leaving(canvas, link, top - BOX_HEIGHT, undone);
      }
      top -= BOX_HEIGHT + GAP;
    }
    var image = Image.getInstance(canvas);
    image.setSpacingBefore(6);
    paper.document().add(image);
  }

  private void box(
      PdfContentByte canvas, Lineage.Link link, String number, float top, boolean undone) {
    boolean head = link.left().isEmpty();
    canvas.saveState();
    canvas.setLineWidth(head ? 1.4f : 0.7f);
    if (undone) {
      canvas.setLineDash(3, 3, 0);
    }
    if (head) {
      canvas.setColorFill(HEAD);
    } else {
      canvas.setColorFill(Color.WHITE);
    }
    canvas.rectangle(LEFT, top - BOX_HEIGHT, BOX_WIDTH, BOX_HEIGHT);
    canvas.fillStroke();
    canvas.restoreState();
    var fonts = paper.fonts();
    write(
        canvas,
        "%s.  %s   %s%s".formatted(number, link.name(), link.model(), head ? "   covered now" : ""),
        fonts.bold(),
        9,
        LEFT + 8,
        top - 15,
        BOX_WIDTH - 16);
    write(canvas, link.bound(), fonts.plain(), 8, LEFT + 8, top - 28, BOX_WIDTH - 16);
    write(canvas, link.deviceId(), fonts.mono(), 6.2f, LEFT + 8, top - 41, BOX_WIDTH - 16);
  }

  private void leaving(PdfContentByte canvas, Lineage.Link link, float y, boolean undone) {
    float x = LEFT + 30;
    if (!undone) {
      canvas.setLineWidth(1);
      canvas.moveTo(x, y);
      canvas.lineTo(x, y - GAP + 6);
      canvas.stroke();
      canvas.moveTo(x - 4, y - GAP + 8);
      canvas.lineTo(x + 4, y - GAP + 8);
      canvas.lineTo(x, y - GAP + 1);
      canvas.closePathFillStroke();
    }
    write(
        canvas, link.left(), paper.fonts().plain(), 7.5f, x + 12, y - GAP / 2 - 2, WIDTH - x - 14);
  }

  private void write(
      PdfContentByte canvas,
      String text,
      BaseFont font,
      float points,
      float x,
      float y,
      float width) {
    canvas.beginText();
    canvas.setFontAndSize(font, points);
    canvas.setTextMatrix(x, y);
    canvas.showText(paper.fonts().fitting(text, font, points, width));
    canvas.endText();
  }
}
