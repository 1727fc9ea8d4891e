package org.planledger.api.dossier;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// Pages with a title, a language, bookmarks and numbers. Nothing in them comes from a clock or
/// from chance: the file is dated by what it is about, and its id is made from that.
final class PdfPaper implements AutoCloseable {
  private static final float SIDE = 42;
  private static final float TOP = 46;
  private static final float BOTTOM = 56;
  private static final float HEADING = 54;
  private static final float LEAST_BELOW = 36;
  private static final int ID_BYTES = 16;

  private final PdfFonts fonts = new PdfFonts();
  private final Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
  private final PdfWriter writer;

  /// @param foot what stands at the left of every foot
  /// @param date of the file
  /// @param identity what makes the file this one and no other
  PdfPaper(OutputStream out, String title, String foot, Instant date, String identity) {
    writer = PdfWriter.getInstance(document, out);
    writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
    document.addTitle(title);
    document.addSubject("The recorded history of one plan, with its reasons and its evidence");
    document.addAuthor("Plan Ledger");
    document.addCreator("Plan Ledger");
    document.addKeywords("dossier, plan, history, evidence");
    // A picture that goes over to the next page takes along what follows it.
    writer.setStrictImageSequence(true);
    document.open();
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
    var day = new PdfDate(GregorianCalendar.from(date.atZone(ZoneOffset.UTC)));
    writer.getInfo().put(PdfName.CREATIONDATE, day);
    writer.getInfo().put(PdfName.MODDATE, day);
    writer.getInfo().put(PdfName.PRODUCER, new PdfString("OpenPDF"));
    var id = "<" + digest(identity) + ">";
    writer.getInfo().put(PdfName.FILEID, new PdfLiteral("[" + id + id + "]"));
    writer.setPageEvent(new PdfFoot(fonts, fonts.printable(foot), writer));
  }

  private static String digest(String identity) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  Document document() {
    return document;
  }

  PdfWriter writer() {
    return writer;
  }

  PdfFonts fonts() {
    return fonts;
  }

  void title(String text) {
    var paragraph = new Paragraph(fonts.printable(text), fonts.bold(14));
    paragraph.setSpacingAfter(2);
    document.add(paragraph);
  }

  /// A heading that is a bookmark as well.
  void heading(String text) {
    heading(text, LEAST_BELOW);
  }

  /// The same, on the next page unless so much of what belongs to it has room below it.
  ///
  /// @param below in points
  void heading(String text, float below) {
    if (writer.getVerticalPosition(true) < BOTTOM + HEADING + below) {
      document.newPage();
    }
    var paragraph = new Paragraph(fonts.printable(text), fonts.bold(11.5f));
    paragraph.setSpacingBefore(12);
    paragraph.setSpacingAfter(3);
    document.add(paragraph);
    float y = writer.getVerticalPosition(true) + 24;
    new PdfOutline(writer.getRootOutline(), new PdfDestination(PdfDestination.FITH, y), text);
  }

  void text(String text) {
    var paragraph = new Paragraph(12, fonts.printable(text), fonts.plain(8.5f));
    paragraph.setSpacingAfter(3);
    document.add(paragraph);
  }

  /// Text of a machine, line by line, as it is.
  void lines(String text) {
    var paragraph = new Paragraph(9, fonts.printable(text), fonts.mono(6.5f));
    paragraph.setSpacingBefore(2);
    paragraph.setSpacingAfter(5);
    paragraph.setIndentationLeft(8);
    document.add(paragraph);
  }

  PdfTable table(List<String> head, float... widths) {
    return PdfTable.of(document, fonts, head, widths);
  }

  PdfTable pairs() {
    return PdfTable.ofPairs(document, fonts);
  }

  @Override
  public void close() {
    document.close();
  }
}
