package org.planledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.core.store.LedgerEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEachServer
class ExportingTheFeeLedgerTest {
  private static final String MAVIC = "MAVIC_3";
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<String> FEES =
      List.of(
          "log_position",
          "event_id",
          "plan_id",
          "case_id",
          "fee_id",
          "clause",
          "fee_minor",
          "currency",
          "due_on",
          "recorded_at",
          "effective_on",
          "status",
          "matched_minor",
          "explained_minor",
          "written_off_minor",
          "open_minor",
          "age_working_days");

  private static final List<String> JOURNAL =
      List.of(
          "journal_id",
          "line_no",
          "period",
          "posting_date",
          "account",
          "account_name",
          "debit",
          "credit",
          "currency",
          "plan_id",
          "fee_id",
          "event_id",
          "source_ref",
          "text");

  private final Desk desk;

  ExportingTheFeeLedgerTest(LedgerServer server) {
    desk = new Desk(server);
  }

  /// One fee that was captured, one that is open and one that was cancelled; the reference of the
  /// payment would be a formula.
  private SoldPlan threeFees() {
    var plan = desk.sell("TWO_YEAR");
    var serial = plan.bind(MAVIC);
    var first = plan.damage(serial, "2023-03-01");
    first.claim("DAMAGE").expect(201);
    var fee = first.read().at("/state/claim/fee/amount");
    first
        .step(
            "fee-payments",
            Map.of(
                "amount",
                Desk.money(fee.path("minor").longValue(), fee.path("currency").stringValue()),
                "capturedAt",
                "2023-03-01T22:40:00Z",
                "paymentReference",
                "=HYPERLINK(\"http://example.invalid\")",
                "purpose",
                "SERVICE_FEE"))
        .expect(201);
    var next = first.shipped(MAVIC);
    var second = plan.damage(next, "2023-04-01");
    second.claim("DAMAGE").expect(201);
    second.withdraw().expect(201);
    plan.damage(next, "2023-05-01").claim("DAMAGE").expect(201);
    desk.server().awaitViews();
    return plan;
  }

  @Test
  void each_fee_is_one_row_with_what_is_open_of_it() {
    var plan = threeFees();
    var rows = of(plan, rows("/v1/exports/fees", FEES));
    assertThat(rows)
        .extracting(row -> row.get("status"))
        .containsExactly("CAPTURED", "CANCELLED", "OPEN");
    var fees = desk.get("/v1/fees?planId=" + plan.planId()).expect(200).at("/data");
    for (int i = 0; i < 3; i++) {
      var fee = fees.get(i);
      var row = rows.get(i);
      assertThat(row)
          .containsEntry("log_position", fee.path("quotedPosition").toString())
          .containsEntry("event_id", fee.path("feeId").stringValue())
          .containsEntry("fee_id", fee.path("feeId").stringValue())
          .containsEntry("case_id", fee.path("caseId").stringValue())
          .containsEntry("clause", "2.5.1")
          .containsEntry("fee_minor", fee.at("/quoted/minor").toString())
          .containsEntry("currency", "USD")
          .containsEntry("due_on", fee.path("quotedAt").stringValue().substring(0, 10))
          .containsEntry("effective_on", fee.path("quotedAt").stringValue().substring(0, 10))
          .containsEntry("matched_minor", "0")
          .containsEntry("explained_minor", "0")
          .containsEntry("written_off_minor", "0")
          .containsEntry("open_minor", i == 1 ? "0" : fee.at("/quoted/minor").toString());
      long age = Long.parseLong(String.valueOf(row.get("age_working_days")));
      assertThat(i == 1 ? age == 0 : age > 500).as("%d working days", age).isTrue();
    }
  }

  @Test
  void every_form_has_the_same_cells() throws IOException {
    threeFees();
    var position = desk.server().part(LedgerEvents.class).head();
    for (var path : List.of("/v1/exports/fees", "/v1/exports/journal")) {
      var at = path + "?atPosition=" + position;
      var columns = path.endsWith("fees") ? FEES : JOURNAL;
      var csv = rows(at, columns);
      assertThat(sheet(at)).as(path).isEqualTo(csv);
      var lines =
          new String(get(at + "&format=JSONL", "*/*").body(), StandardCharsets.UTF_8)
              .lines()
              .map(JSON::readTree)
              .map(ExportingTheFeeLedgerTest::cells)
              .toList();
      var unguarded = new ArrayList<Map<String, String>>();
      for (var row : csv) {
        var plain = new LinkedHashMap<>(row);
        plain.replaceAll((_, cell) -> cell.startsWith("'") ? cell.substring(1) : cell);
        for (var column : List.of("debit", "credit")) {
          plain.computeIfPresent(column, (_, cell) -> cell.isEmpty() ? cell : number(cell));
        }
        unguarded.add(plain);
      }
      assertThat(lines).as(path).isEqualTo(unguarded).isNotEmpty();
    }
  }

  @Test
  void what_would_be_a_formula_is_guarded() {
    var plan = threeFees();
    assertThat(of(plan, rows("/v1/exports/journal", JOURNAL)))
        .extracting(row -> row.get("source_ref"))
        .contains("'=HYPERLINK(\"http://example.invalid\")");
  }

  @Test
  void the_lines_of_each_entry_balance_and_come_to_what_the_accounts_say() {
    threeFees();
    var position = desk.server().part(LedgerEvents.class).head();
    var rows = rows("/v1/exports/journal?atPosition=" + position, JOURNAL);
    var entries = new HashMap<String, BigDecimal>();
    var accounts = new HashMap<String, BigDecimal>();
    for (var row : rows) {
      var debit = amount(row, "debit");
      var credit = amount(row, "credit");
      assertThat(debit.signum() == 0 ^ credit.signum() == 0).isTrue();
      entries.merge(row.get("journal_id"), debit.subtract(credit), BigDecimal::add);
      accounts.merge(
          row.get("account") + row.get("currency"), debit.subtract(credit), BigDecimal::add);
    }
    assertThat(entries).isNotEmpty();
    assertThat(entries.values()).allMatch(sum -> sum.signum() == 0);
    desk.get("/v1/accounts?atPosition=" + position)
        .expect(200)
        .at("/balances")
        .forEach(
            balance -> {
              var sum =
                  accounts.remove(balance.path("number") + balance.path("currency").stringValue());
              assertThat(Objects.requireNonNull(sum).unscaledValue().longValueExact())
                  .isEqualTo(balance.path("balanceMinor").longValue());
            });
    assertThat(accounts).isEmpty();
  }

  @Test
  void two_spans_of_the_journal_are_together_the_whole() {
    threeFees();
    var position = desk.server().part(LedgerEvents.class).head();
    var middle = position - 5;
    var both = new ArrayList<>(rows("/v1/exports/journal?atPosition=" + middle, JOURNAL));
    both.addAll(
        rows(
            "/v1/exports/journal?afterPosition=%d&atPosition=%d".formatted(middle, position),
            JOURNAL));
    assertThat(both).isEqualTo(rows("/v1/exports/journal?atPosition=" + position, JOURNAL));
  }

  @Test
  void the_form_is_the_one_that_is_liked_best_and_a_parameter_decides() {
    threeFees();
    assertThat(type(get("/v1/exports/fees", "*/*"))).isEqualTo("text/csv");
    assertThat(type(get("/v1/exports/fees", "application/x-ndjson, text/csv;q=0.5")))
        .isEqualTo("application/x-ndjson");
    assertThat(type(get("/v1/exports/fees", ExportForm.XLSX_TYPE))).isEqualTo(ExportForm.XLSX_TYPE);
    assertThat(type(get("/v1/exports/fees?format=JSONL", "*/*"))).isEqualTo("application/x-ndjson");
    var answer = get("/v1/exports/journal?atPosition=1&format=CSV", "*/*");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"journal-1.csv\"");
    assertThat(answer.headers().firstValue("Ledger-Position")).contains("1");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(String.join(",", JOURNAL) + "\r\n");
    assertThat(get("/v1/exports/fees", "image/png").statusCode()).isEqualTo(406);
  }

  private List<Map<String, String>> rows(String path, List<String> columns) {
    var separator = path.contains("?") ? "&" : "?";
    var answer = get(path + separator + "format=CSV", "*/*");
    assertThat(answer.statusCode()).isEqualTo(200);
    var lines = Rfc4180.read(new String(answer.body(), StandardCharsets.UTF_8));
    assertThat(lines.getFirst()).isEqualTo(columns);
    return lines.subList(1, lines.size()).stream()
        .map(
            line -> {
              assertThat(line).hasSameSizeAs(columns);
              Map<String, String> row = new LinkedHashMap<>();
              for (int i = 0; i < line.size(); i++) {
                row.put(columns.get(i), line.get(i));
              }
              return row;
            })
        .toList();
  }

  private List<Map<String, String>> sheet(String path) throws IOException {
    var bytes = get(path + "&format=XLSX", "*/*").body();
    var rows = new ArrayList<Map<String, String>>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      var sheet = workbook.getSheetAt(0);
      var header = sheet.getRow(0);
      for (int i = 1; i <= sheet.getLastRowNum(); i++) {
        var row = new LinkedHashMap<String, String>();
        for (int column = 0; column < header.getLastCellNum(); column++) {
          row.put(
              header.getCell(column).getStringCellValue(), text(sheet.getRow(i).getCell(column)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String text(@org.jspecify.annotations.Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
    return new DataFormatter(java.util.Locale.ROOT).formatCellValue(cell);
  }

  private static Map<String, String> cells(JsonNode line) {
    Map<String, String> row = new LinkedHashMap<>();
    line.properties()
        .forEach(
            each ->
                row.put(
                    each.getKey(),
                    each.getValue().isNull()
                        ? ""
                        : each.getValue().isString()
                            ? each.getValue().stringValue()
                            : number(each.getValue().toString())));
    return row;
  }

  private static List<Map<String, String>> of(SoldPlan plan, List<Map<String, String>> rows) {
    return rows.stream().filter(row -> plan.planId().equals(row.get("plan_id"))).toList();
  }

  /// Programs that read JSON do not tell 159.00 from 159.
  private static String number(String text) {
    return new BigDecimal(text).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal amount(Map<String, String> row, String column) {
    var text = String.valueOf(row.get(column));
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static String type(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  private HttpResponse<byte[]> get(String path, String accept) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + desk.server().port() + path))
            .header("Accept", accept)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the ledger", e);
    }
  }
}
