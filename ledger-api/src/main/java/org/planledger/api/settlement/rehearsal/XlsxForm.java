package org.planledger.api.settlement.rehearsal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.planledger.core.finance.settlement.SettlementLine;

/// A workbook with one sheet: days and amounts are numbers, everything else is text.
final class XlsxForm implements RehearsalFile.Form {

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final Set<String> NUMBERS = Set.of("Booked", "Value", "Gross", "Fee", "Net");

  private final ZipOutputStream zip;
  private final BufferedWriter out;

  XlsxForm(Path file) throws IOException {
    zip = new ZipOutputStream(Files.newOutputStream(file));
    out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    String types = "http://schemas.openxmlformats.org/package/2006/content-types";
    String office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"%s\"><Default Extension=\"rels\" ContentType=\"%s\"/>"
                .formatted(types, "application/vnd.openxmlformats-package.relationships+xml")
            + type("/xl/workbook.xml", office + ".sheet.main+xml")
            + type("/xl/worksheets/sheet1.xml", office + ".worksheet+xml")
            + "</Types>");
    part("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
    part("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\"%1$s/spreadsheetml/2006/main\" xmlns:r=\"%2$s\"><sheets>"
                .formatted("http://schemas.openxmlformats.org", RELATIONSHIPS)
            + "<sheet name=\"Lines\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    zip.putNextEntry(entry("xl/worksheets/sheet1.xml"));
    out.write(XML);
    out.write(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    row(RehearsalMapping.COLUMNS, false);
  }

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  private static String relationship(String type, String target) {
    return "<Relationships xmlns=\"%s\"><Relationship Id=\"rId1\" Type=\"%s/%s\" Target=\"%s\"/>"
            .formatted(
                "http://schemas.openxmlformats.org/package/2006/relationships",
                RELATIONSHIPS,
                type,
                target)
        + "</Relationships>";
  }

  /// Always of the same moment, so that the same lines make the same bytes.
  private static ZipEntry entry(String name) {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    return entry;
  }

  private void part(String name, String content) throws IOException {
    zip.putNextEntry(entry(name));
    out.write(XML);
    out.write(content);
    out.flush();
    zip.closeEntry();
  }

  @Override
  public void write(SettlementLine line, boolean unreadable) throws IOException {
    row(
        RehearsalMapping.cells(
            line,
            day -> String.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day)),
            amount -> amount,
            unreadable),
        true);
  }

  private void row(List<String> cells, boolean numbers) throws IOException {
    out.write("<row>");
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        out.write("<c/>");
      } else if (numbers
          && NUMBERS.contains(RehearsalMapping.COLUMNS.get(i))
          && !cell.equals(Written.NO_AMOUNT)) {
        out.write("<c><v>" + cell + "</v></c>");
      } else {
        out.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        out.write(cell.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        out.write("</t></is></c>");
      }
    }
    out.write("</row>");
  }

  @Override
  public void close() throws IOException {
    out.write("</sheetData></worksheet>");
    out.flush();
    zip.closeEntry();
    zip.close();
  }
}
