package org.planledger.api.settlement.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planledger.api.settlement.rehearsal.RehearsalMapping;

/// Files that are not what they are said to be, or mean harm: each is refused with what was found.
class RefusingFilesTest {

  private static final String NAMESPACE =
      "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"";

  @TempDir private Path folder;

  private String refused(SettlementFormat format, byte[] content) {
    Optional<ColumnMapping> mapping =
        format.isMapped() ? Optional.of(RehearsalMapping.mapping()) : Optional.empty();
    try {
      Taken taken = Taken.from(folder, format, mapping, content);
      throw new AssertionError("taken: " + taken.lines() + taken.reasons());
    } catch (UnreadableFileException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private String refused(SettlementFormat format, String content) {
    return refused(format, content.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(SettlementFormat.class)
  void what_is_empty_binary_or_another_format_is_refused_by_each(SettlementFormat format) {
    assertThat(refused(format, "")).endsWith(": it is empty.");
    assertThat(refused(format, " \n\n ")).endsWith(": it is empty.");
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);
    noise[0] = 1;
    assertThat(refused(format, noise)).endsWith(": it holds bytes that are no text.");
    List<String> others =
        List.of(
            "a,b,c\n1,2,3\n",
            "<html><body>Not found</body></html>",
            "{\"error\": \"not found\"}",
            "%PDF-1.7");
    for (String other : others) {
      assertThat(refused(format, other)).startsWith("The file is not ");
    }
  }

  @Test
  void a_statement_that_is_cut_anywhere_is_refused_as_a_whole() {
    String whole = ReadingCamtTest.statement("02", "");
    for (int length = 200; length < whole.strip().length(); length += 37) {
      String cut = whole.substring(0, length);
      assertThat(refused(SettlementFormat.CAMT_053, cut)).isNotEmpty();
    }
  }

  @Test
  void document_types_and_entities_are_never_read() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "TOP SECRET");
    String external =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]><Document %s><BkToCstmrStmt>&x;</BkToCstmrStmt>"
                .formatted(secret.toUri(), NAMESPACE)
            + "</Document>";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 20; i++) {
      laughs
          .append("<!ENTITY l" + i + " \"")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    laughs.append("]><Document " + NAMESPACE + ">&l19;</Document>");
    for (String bad : List.of(external, laughs.toString())) {
      assertThat(refused(SettlementFormat.CAMT_053, bad))
          .contains("document type or entities")
          .doesNotContain("SECRET");
    }
    assertThat(
            refused(
                SettlementFormat.CAMT_053,
                "<Document "
                    + NAMESPACE
                    + "><BkToCstmrStmt>&undeclared;</BkToCstmrStmt></Document>"))
        .isNotEmpty();
  }

  @Test
  void xml_without_end_in_depth_or_in_one_tag_is_refused() {
    assertThat(
            refused(
                SettlementFormat.CAMT_053,
                "<Document %s><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>".formatted(NAMESPACE)
                    + "<a>".repeat(100_000)))
        .contains("nested deeper");
    assertThat(
            refused(
                SettlementFormat.CAMT_053,
                "<Document %s a=\"".formatted(NAMESPACE) + "x".repeat(8_000_000) + "\">"))
        .contains("more than 1,048,576 bytes");
  }

  @Test
  void a_table_of_two_million_columns_is_refused_by_its_head() {
    String wide = "a,".repeat(2_000_000) + "\n";
    for (var format :
        List.of(SettlementFormat.STRIPE, SettlementFormat.ADYEN, SettlementFormat.CSV)) {
      assertThat(refused(format, wide))
          .startsWith("The first row is no head of a table: a row has");
    }
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (var part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue());
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] workbook(String sheet, String shared) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            .getBytes(StandardCharsets.UTF_8));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>"
            .getBytes(StandardCharsets.UTF_8));
    parts.put("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));
    parts.put("xl/sharedStrings.xml", shared.getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  @Test
  void a_workbook_that_unpacks_to_more_than_it_may_is_refused_while_it_is_read() {
    String spaces = " ".repeat(60_000_000);
    assertThat(
            refused(
                SettlementFormat.XLSX,
                workbook(
                    "<worksheet><sheetData>" + spaces + "<row><c><v>1</v></c></row></sheetData>",
                    "<sst/>")))
        .containsAnyOf("more than it may", "more than 1,048,576 bytes");
    assertThat(
            refused(
                SettlementFormat.XLSX,
                workbook(
                    "<worksheet><sheetData>"
                        + "<row><c><v>1</v></c></row>".repeat(1_000_000)
                        + "</sheetData>",
                    "<sst/>")))
        .containsAnyOf("more than it may", "columns");
    assertThat(refused(SettlementFormat.XLSX, workbook("<worksheet/>", manyTexts())))
        .contains("save it as CSV");
  }

  /// So different that they hardly get smaller.
  private static String manyTexts() {
    StringBuilder texts = new StringBuilder("<sst>");
    for (long i = 0; i < 1_000_100; i++) {
      texts.append("<si><t>").append(Long.toHexString(i * 0x9E3779B97F4A7C15L)).append("</t></si>");
    }
    return texts.append("</sst>").toString();
  }

  @Test
  void a_workbook_that_is_none_or_damaged_or_names_places_out_of_reach_is_refused() {
    assertThat(refused(SettlementFormat.XLSX, "PK\u0003\u0004 and nothing more"))
        .contains("no ZIP archive");
    assertThat(refused(SettlementFormat.XLSX, zip(Map.of("other", new byte[] {1}))))
        .contains("it has no part xl/_rels/workbook.xml.rels");
    byte[] good = workbook("<worksheet><sheetData/></worksheet>", "<sst/>");
    assertThat(refused(SettlementFormat.XLSX, Arrays.copyOf(good, good.length - 40)))
        .contains("no ZIP archive");
    assertThat(refused(SettlementFormat.XLSX, good)).contains("there is no row");
    assertThat(
            refused(
                SettlementFormat.XLSX,
                workbook(
                    "<worksheet><sheetData><row><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData>"
                        + "</worksheet>",
                    "<sst/>")))
        .contains("no head of a table");
    assertThat(
            refused(
                SettlementFormat.XLSX,
                workbook("<!DOCTYPE x><worksheet><sheetData/></worksheet>", "<sst/>")))
        .contains("document type");
  }

  @Test
  void a_format_that_is_not_known_is_told_with_its_columns() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "Day,Amount\n1,2\n");
    assertThatThrownBy(() -> SettlementFiles.detect(file, false))
        .hasMessage(
            "The columns are those of no format that is known: Day, Amount. Name a mapping that"
                + " explains them.");
    assertThat(SettlementFiles.detect(file, true)).isEqualTo(SettlementFormat.CSV);
    Path pain =
        Files.writeString(
            folder.resolve("p"),
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"/>");
    assertThatThrownBy(() -> SettlementFiles.detect(pain, false))
        .hasMessageContaining("pain.001.001.03");
  }
}
