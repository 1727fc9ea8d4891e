package org.planledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What stands in a table stands in each form of it, and nothing of it is ever a formula.
class WritingTablesTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private record Line(
      @Nullable String text,
      @Nullable Long whole,
      @Nullable Long minor,
      String currency,
      @Nullable LocalDate day,
      @Nullable Instant moment) {}

  private static final ExportTable<Line> TABLE =
      new ExportTable<>(
          "lines",
          List.of(
              ExportColumn.text("text", Line::text),
              ExportColumn.whole("whole", Line::whole),
              ExportColumn.amount(
                  "amount", Line::minor, line -> Currency.getInstance(line.currency())),
              ExportColumn.day("day", Line::day),
              ExportColumn.moment("moment", Line::moment)));

  private static final List<Line> LINES =
      List.of(
          line("plain", 1L, 15_900L, "USD"),
          line("a \"quoted\", text\r\nof two lines", -7L, -15_905L, "EUR"),
          line("Élodie 王 Ωmega 😀", 9_007_199_254_740_991L, 15_900L, "JPY"),
          line("", 0L, 5L, "KWD"),
          new Line(null, null, null, "USD", null, null));

  @Test
  void csv_is_that_of_rfc_4180_with_every_cell_as_it_was() {
    assertThat(csv(LINES))
        .containsExactly(
            List.of("text", "whole", "amount", "day", "moment"),
            List.of("plain", "1", "159.00", "2026-03-31", "2026-03-31T23:59:59.999Z"),
            List.of(
                "a \"quoted\", text\r\nof two lines",
                "-7",
                "-159.05",
                "2026-03-31",
                "2026-03-31T23:59:59.999Z"),
            List.of(
                "Élodie 王 Ωmega 😀",
                "9007199254740991",
                "15900",
                "2026-03-31",
                "2026-03-31T23:59:59.999Z"),
            List.of("", "0", "0.005", "2026-03-31", "2026-03-31T23:59:59.999Z"),
            List.of("", "", "", "", ""));
    assertThat(text(ExportForm.CSV, LINES)).endsWith("\r\n").doesNotContain("\uFEFF");
  }

  @Test
  void a_workbook_has_numbers_as_numbers_and_days_as_days() throws IOException {
    try (var workbook = workbook(bytes(ExportForm.XLSX, LINES))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(1);
      var sheet = workbook.getSheet("lines");
      // The last line has no cell at all.
      assertThat(sheet.getLastRowNum()).isEqualTo(LINES.size() - 1);
      for (int i = 0; i < TABLE.header().size(); i++) {
        assertThat(sheet.getRow(0).getCell(i).getStringCellValue())
            .isEqualTo(TABLE.header().get(i));
      }
      for (int i = 0; i < 4; i++) {
        var row = sheet.getRow(i + 1);
        var line = LINES.get(i);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo(String.valueOf(line.text()));
        assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat((long) row.getCell(1).getNumericCellValue()).isEqualTo(line.whole());
        assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(row.getCell(3).getLocalDateTimeCellValue().toLocalDate())
            .isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(row.getCell(4).getStringCellValue()).isEqualTo("2026-03-31T23:59:59.999Z");
      }
      assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(159.00);
      assertThat(sheet.getRow(1).getCell(2).getCellStyle().getDataFormatString()).isEqualTo("0.00");
      assertThat(sheet.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(-159.05);
      assertThat(sheet.getRow(3).getCell(2).getNumericCellValue()).isEqualTo(15_900);
      assertThat(sheet.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(0.005);
    }
  }

  @Test
  void lines_of_json_have_numbers_as_numbers_and_null_for_what_is_not_there() {
    var lines = json(LINES);
    assertThat(lines).hasSize(LINES.size());
    assertThat(lines.getFirst())
        .isEqualTo(
            JSON.readTree(
                """
                {"text": "plain", "whole": 1, "amount": 159.00, "day": "2026-03-31",
                 "moment": "2026-03-31T23:59:59.999Z"}
                """));
    assertThat(lines.get(1).path("text").stringValue()).isEqualTo(LINES.get(1).text());
    assertThat(lines.get(2).path("amount").toString()).isEqualTo("15900");
    assertThat(lines.getLast().propertyNames()).containsExactlyElementsOf(TABLE.header());
    assertThat(lines.getLast().valueStream()).allMatch(JsonNode::isNull);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "'=1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://example.invalid\")"
      })
  void a_text_that_a_spreadsheet_would_take_for_a_formula_is_guarded(String text)
      throws IOException {
    var lines = List.of(line(text, -1L, -100L, "USD"));
    assertThat(csv(lines).getLast().getFirst()).isEqualTo("'" + text);
    assertThat(csv(lines).getLast().get(1)).isEqualTo("-1");
    assertThat(csv(lines).getLast().get(2)).isEqualTo("-1.00");
    try (var workbook = workbook(bytes(ExportForm.XLSX, lines))) {
      var row = workbook.getSheetAt(0).getRow(1);
      assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("'" + text);
      assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(-1);
    }
    assertThat(json(lines).getFirst().path("text").stringValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1", "1-1", " =1", "plain", "a@b", "Ω"})
  void a_text_that_is_no_formula_stays_as_it_is(String text) {
    assertThat(csv(List.of(line(text, 1L, 1L, "USD"))).getLast().getFirst()).isEqualTo(text);
  }

  @Test
  void what_a_workbook_cannot_hold_is_replaced_or_cut_and_never_spoils_it() throws IOException {
    var lines =
        List.of(
            line("a\0b\u0007c\uFFFEd\uD800e", 1L, 1L, "USD"),
            line("x".repeat(40_000), 1L, 1L, "USD"),
            line("<>&\"' ]]> _x0041_", 1L, 1L, "USD"));
    try (var workbook = workbook(bytes(ExportForm.XLSX, lines))) {
      var sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).hasSize(32_767);
      assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).startsWith("<>&\"' ]]>");
    }
  }

  @Test
  void a_sheet_that_is_full_is_followed_by_another_one_with_the_same_names() throws IOException {
    var out = new ByteArrayOutputStream();
    var sink = new SheetRows("lines", List.of("number"), out, 4);
    for (long i = 1; i <= 7; i++) {
      sink.row(List.of(new ExportColumn.Cell.Whole(i)));
    }
    sink.end();
    try (var workbook = workbook(out.toByteArray())) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      var seen = new ArrayList<Long>();
      for (var sheet : workbook) {
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("number");
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
          seen.add((long) sheet.getRow(i).getCell(0).getNumericCellValue());
        }
      }
      assertThat(workbook.getSheetName(2)).isEqualTo("lines 3");
      assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
  }

  @Test
  void an_empty_table_is_its_names() throws IOException {
    assertThat(text(ExportForm.CSV, List.of())).isEqualTo("text,whole,amount,day,moment\r\n");
    assertThat(text(ExportForm.JSONL, List.of())).isEmpty();
    try (var workbook = workbook(bytes(ExportForm.XLSX, List.of()))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isZero();
    }
  }

  @Test
  void many_rows_of_any_text_are_read_as_they_were_written() throws IOException {
    long seed = Long.getLong("planledger.seed", System.nanoTime());
    System.out.println("table by chance: seed " + seed);
    var random = new Random(seed);
    var lines =
        IntStream.range(0, 3_000)
            .mapToObj(_ -> line(anything(random), random.nextLong(1L << 50), 0L, "USD"))
            .toList();
    var csv = csv(lines);
    try (var workbook = workbook(bytes(ExportForm.XLSX, lines))) {
      for (int i = 0; i < lines.size(); i++) {
        var text = Formulas.guarded(String.valueOf(lines.get(i).text()));
        assertThat(csv.get(i + 1).getFirst()).as("seed %d", seed).isEqualTo(text);
        var row = workbook.getSheetAt(0).getRow(i + 1);
        assertThat(row.getCell(0).getStringCellValue().replace("\r\n", "\n").replace('\r', '\n'))
            .as("seed %d", seed)
            .isEqualTo(text.replace("\r\n", "\n").replace('\r', '\n'));
        assertThat((long) row.getCell(1).getNumericCellValue()).isEqualTo(lines.get(i).whole());
      }
    }
  }

  private static String anything(Random random) {
    var letters = "abc=+-@'\",;\r\n\t <>&Ω王";
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static Line line(String text, long whole, long minor, String currency) {
    return new Line(
        text,
        whole,
        minor,
        currency,
        LocalDate.of(2026, 3, 31),
        Instant.parse("2026-03-31T23:59:59.999Z"));
  }

  private static List<JsonNode> json(List<Line> lines) {
    return text(ExportForm.JSONL, lines).lines().map(JSON::readTree).toList();
  }

  private static List<List<String>> csv(List<Line> lines) {
    return Rfc4180.read(text(ExportForm.CSV, lines));
  }

  private static String text(ExportForm form, List<Line> lines) {
    return new String(bytes(form, lines), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ExportForm form, List<Line> lines) {
    var out = new ByteArrayOutputStream();
    try {
      TableFile.write(form, TABLE, lines.iterator(), out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static XSSFWorkbook workbook(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }
}
