package org.planledger.api.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Contract;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.core.finance.settlement.SettlementLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Settlements over HTTP: imported once, in whole or not at all, and listed line by line.
@OnEachServer
class ImportingSettlementsTest {

  private static final String HEAD =
      "automatic_payout_id,balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,"
          + "net,reporting_category,source_id,charge_id,payment_intent_id,description,"
          + "payment_metadata[fee_id]\n";

  private final LedgerServer server;
  private final Desk desk;
  private final Contract contract;
  private final String unique = UUID.randomUUID().toString();

  ImportingSettlementsTest(LedgerServer server) {
    this.server = server;
    this.desk = new Desk(server);
    this.contract = Contract.of(server);
  }

  private String row(int number, String gross) {
    return "po_%s,txn_%s_%d,2026-01-05 12:34:56,2026-01-07 00:00:00,usd,%s,1.00,%s,charge,ch_%d,ch_%d,,,fee-%d\n"
        .formatted(
            unique,
            unique,
            number,
            gross,
            gross.equals("10.00") ? "9.00" : "0",
            number,
            number,
            number);
  }

  private String rows(int count) {
    var rows = new StringBuilder(HEAD);
    for (int i = 1; i <= count; i++) {
      rows.append(row(i, "10.00"));
    }
    return rows.toString();
  }

  private Answer send(String query, String content) {
    var path = "/v1/settlements" + query;
    return contract.check(
        "POST",
        path,
        desk.http()
            .to("POST", path)
            .header("Content-Type", "text/csv")
            .header("Ledger-Actor", "ann")
            .text(content)
            .send());
  }

  private Answer imported(String query, String content) {
    var sent = send(query, content);
    // Another test's import may still be running.
    while (sent.status() == 503) {
      LockSupport.parkNanos(20_000_000);
      sent = send(query, content);
    }
    return ended(sent.expect(202));
  }

  private Answer ended(Answer begun) {
    var path = begun.header("Location").orElseThrow();
    long deadline = System.nanoTime() + 60_000_000_000L;
    var answer = desk.get(path).expect(200);
    while (answer.text("/state").equals("RUNNING")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(5_000_000);
      answer = desk.get(path).expect(200);
    }
    return answer;
  }

  @Test
  void a_file_is_imported_and_its_lines_can_be_listed_and_read_one_by_one() {
    var content = rows(1203).replaceFirst("(?m)^(po_.*txn_[^,]*_7,.*),10.00,", "$1,ten,");
    var done = imported("?format=STRIPE&fileName=payout.csv", content);
    assertThat(done.text("/state")).as(done.toString()).isEqualTo("FINISHED");
    assertThat(done.at("/progress/lines").intValue()).isEqualTo(1202);
    assertThat(done.at("/progress/done").longValue()).isEqualTo(content.length());
    assertThat(done.at("/firstQuarantined/0/number").intValue()).isEqualTo(8);

    int number = done.at("/result/number").intValue();
    var file = desk.get("/v1/settlements/" + number).expect(200);
    assertThat(file.json()).isEqualTo(done.at("/result"));
    assertThat(file.text("/fileName")).isEqualTo("payout.csv");
    assertThat(file.text("/importedBy")).isEqualTo("ann");
    assertThat(file.at("/totals/0/netMinor").longValue()).isEqualTo(1202 * 900L);
    assertThat(desk.get("/v1/settlements?pageSize=1000").expect(200).at("/data").valueStream())
        .contains(file.json());

    var lines = pages("/v1/settlements/" + number + "/lines?pageSize=500");
    assertThat(lines).hasSize(1202);
    assertThat(lines.stream().map(line -> line.path("number").intValue()))
        .isSorted()
        .doesNotContain(8)
        .doesNotHaveDuplicates();
    assertThat(desk.get("/v1/settlements/%d/lines/1000".formatted(number)).expect(200).json())
        .isEqualTo(lines.get(997));
    desk.get("/v1/settlements/%d/lines/8".formatted(number)).expect(404);
    desk.get("/v1/settlements/%d/lines/999999".formatted(number)).expect(404);

    var broken = desk.get("/v1/settlements/%d/quarantine".formatted(number)).expect(200);
    assertThat(broken.at("/data").size()).isEqualTo(1);
    assertThat(broken.text("/data/0/column")).isEqualTo("gross");
    assertThat(broken.text("/data/0/reason")).isEqualTo("BAD_AMOUNT");
    assertThat(broken.text("/data/0/raw")).contains("_7,").contains(",ten,");
  }

  private List<JsonNode> pages(String path) {
    var rows = new ArrayList<JsonNode>();
    var page = desk.get(path).expect(200);
    while (true) {
      page.at("/data").forEach(rows::add);
      if (page.at("/next").isNull()) {
        return rows;
      }
      page =
          desk.get(path.replaceAll("\\?.*", "?cursor=") + page.text("/next") + "&pageSize=500")
              .expect(200);
    }
  }

  @Test
  void whoever_matches_reads_all_lines_of_a_file_in_their_order() {
    int number = imported("", rows(1100)).at("/result/number").intValue();
    var lines = new ArrayList<SettlementLine>();
    server.part(KeptLines.class).forEach(number, lines::add);
    assertThat(lines).hasSize(1100);
    assertThat(lines).extracting(SettlementLine::number).isSorted();
    assertThat(server.part(KeptLines.class).line(number, 900)).contains(lines.get(898));
    assertThat(server.part(KeptSettlements.class).find(number).orElseThrow().lines())
        .isEqualTo(1100);
  }

  @Test
  void the_same_bytes_are_imported_once_and_the_answer_names_the_first_import() {
    var first = imported("?fileName=first", rows(3)).at("/result");
    var again = send("?fileName=second", rows(3)).expect(200);
    assertThat(again.at("/importedBefore").booleanValue()).isTrue();
    assertThat(again.at("/result")).isEqualTo(first);
    assertThat(again.header("Location")).contains("/v1/settlements/" + first.path("number"));
    assertThat(
            desk.get("/v1/settlements?pageSize=1000")
                .expect(200)
                .at("/data")
                .valueStream()
                .filter(file -> file.path("sha256").equals(first.path("sha256"))))
        .hasSize(1);
  }

  @Test
  void a_dry_run_tells_what_would_be_imported_and_keeps_nothing() {
    var tried = imported("?dryRun=true", rows(5) + "broken\n");
    assertThat(tried.text("/state")).isEqualTo("FINISHED");
    assertThat(tried.at("/result").isNull()).isTrue();
    assertThat(tried.at("/progress/lines").intValue()).isEqualTo(5);
    assertThat(tried.text("/firstQuarantined/0/reason")).isEqualTo("FIELD_COUNT");
    assertThat(tried.at("/totals/0/lines").intValue()).isEqualTo(5);
    assertThat(imported("", rows(5) + "broken\n").at("/result/lines").intValue()).isEqualTo(5);
  }

  @Test
  void a_file_that_is_refused_leaves_nothing_behind_and_can_be_sent_again() {
    var refused = imported("?format=ADYEN", rows(3));
    assertThat(refused.text("/state")).isEqualTo("FAILED");
    assertThat(refused.text("/failure"))
        .startsWith("The file is not a settlement details report of Adyen: the columns Merchant")
        .contains("found were automatic_payout_id");
    assertThat(imported("", rows(3)).at("/result/lines").intValue()).isEqualTo(3);
  }

  @Test
  void a_mapping_explains_the_columns_of_any_table() {
    var name = "bank-" + unique;
    var mapping =
        Map.of(
            "source", "bank",
            "separator", "SEMICOLON",
            "decimalMark", "COMMA",
            "thousandsMark", "POINT",
            "datePattern", "dd.MM.yyyy",
            "currency", "EUR",
            "columns", Map.of("bookedOn", "Tag", "gross", "Betrag", "payer", "Wer"));
    var saved = put(name, mapping).expect(200);
    assertThat(desk.get("/v1/settlement-mappings/" + name).expect(200).json())
        .isEqualTo(saved.json());
    assertThat(desk.get("/v1/settlement-mappings?pageSize=1000").expect(200).at("/data"))
        .contains(saved.json());
    var table = "Tag;Wer;Betrag\n05.01.2026;Ada;1.234,56\n06.01.2026;" + unique + ";-5,00\n";
    var done = imported("?format=CSV&mapping=" + name, table);
    assertThat(done.at("/result/totals/0/netMinor").longValue()).isEqualTo(123456 - 500);
    assertThat(done.text("/result/mapping")).isEqualTo(name);

    assertThat(send("?format=CSV", table).expect(400).text("/errors/0/pointer"))
        .isEqualTo("/mapping");
    assertThat(send("?format=CSV&mapping=nobody", table).expect(400).text("/errors/0/code"))
        .isEqualTo("UNKNOWN_VALUE");
    assertThat(send("?format=STRIPE&mapping=" + name, table).expect(400).text("/errors/0/code"))
        .isEqualTo("DOES_NOT_FIT");
    desk.get("/v1/settlement-mappings/nobody").expect(404);
  }

  private Answer put(String name, Map<String, ?> mapping) {
    var path = "/v1/settlement-mappings/" + name;
    return contract.check("PUT", path, desk.http().to("PUT", path).json(Desk.json(mapping)).send());
  }

  @Test
  void every_flaw_of_a_mapping_is_named_by_its_pointer() {
    var refused =
        put(
                "bad",
                Map.of(
                    "source", "x",
                    "decimalMark", "COMMA",
                    "thousandsMark", "COMMA",
                    "datePattern", "dd.MM",
                    "timeZone", "Mars/Base",
                    "currency", "XXX",
                    "columns", Map.of("bookedOn", "a", "gross", "b", "debit", "c"),
                    "types", List.of(Map.of("text", "x", "type", "OTHER"))))
            .expect(400);
    assertThat(
            refused.at("/errors").valueStream().map(error -> error.path("pointer").stringValue()))
        .containsExactly(
            "/thousandsMark", "/datePattern", "/timeZone", "/currency", "/columns/gross", "/types");
    assertThat(
            put("bad", Map.of("source", "X Y", "columns", Map.of("other", "z")))
                .expect(400)
                .at("/errors")
                .valueStream()
                .map(error -> error.path("pointer").stringValue()))
        .contains("/source", "/columns/other", "/columns/bookedOn");
    put("Bad%20Name", Map.of("source", "x")).expect(400);
  }

  @Test
  void what_is_no_file_or_not_there_is_answered_clearly() {
    var form =
        desk.http()
            .to("POST", "/v1/settlements")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .text("a=b")
            .send();
    assertThat(form.status()).isEqualTo(415);
    assertThat(send("?format=PDF", "x").expect(400).text("/errors/0/pointer")).isEqualTo("/format");
    assertThat(send("?what=1", "x").expect(400).text("/errors/0/code"))
        .isEqualTo("UNKNOWN_PARAMETER");
    assertThat(imported("", " ").text("/failure")).isEqualTo("The file is empty.");
    desk.get("/v1/settlements/987654321").expect(404);
    desk.get("/v1/settlements/987654321/lines").expect(404);
    desk.get("/v1/settlements/0").expect(400);
    desk.get("/v1/settlement-imports/01890a5d-ac98-7000-8000-00000000dead").expect(404);
  }

  @Test
  void an_entry_that_is_only_announced_is_counted_and_listed_and_comes_in_when_it_is_booked() {
    var announced =
        imported("?format=CAMT_053", statement(entry("PDNG", "1") + entry("BOOK", "2")));
    assertThat(announced.text("/state")).as("%s", announced).isEqualTo("FINISHED");
    assertThat(announced.at("/progress/lines").intValue()).isEqualTo(1);
    assertThat(announced.at("/progress/quarantined").intValue()).isZero();
    assertThat(announced.at("/progress/notBooked").intValue()).isEqualTo(1);
    assertThat(announced.at("/firstQuarantined").size()).isZero();
    int number = announced.at("/result/number").intValue();
    var file = desk.get("/v1/settlements/" + number).expect(200);
    assertThat(file.at("/quarantined").intValue()).isZero();
    assertThat(file.at("/notBooked").intValue()).isEqualTo(1);
    assertThat(pages("/v1/settlements/%d/quarantine".formatted(number))).isEmpty();
    var listed = pages("/v1/settlements/%d/not-booked".formatted(number));
    assertThat(listed).hasSize(1);
    assertThat(listed.getFirst().path("reason").stringValue()).isEqualTo("NOT_BOOKED");
    assertThat(listed.getFirst().path("raw").stringValue()).contains("<Sts>PDNG</Sts>");
    // No exception comes of it.
    var unreadable = new ArrayList<Object>();
    server.part(KeptLines.class).forEachQuarantined(number, unreadable::add);
    assertThat(unreadable).isEmpty();

    var booked = imported("?format=CAMT_053", statement(entry("BOOK", "1")));
    assertThat(booked.at("/progress/lines").intValue()).isEqualTo(1);
    assertThat(booked.at("/result/notBooked").intValue()).isZero();
  }

  private String statement(String entries) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>%s</MsgId></GrpHdr><Stmt><Id>%s</Id>
        <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
        %s</Stmt></BkToCstmrStmt></Document>
        """
        .formatted(unique, unique, entries);
  }

  private String entry(String status, String reference) {
    return ("<Ntry><Amt Ccy=\"EUR\">159.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>%s</Sts>"
            + "<BookgDt><Dt>2026-01-05</Dt></BookgDt><AcctSvcrRef>%s-%s</AcctSvcrRef>"
            + "<BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd></Ntry>")
        .formatted(status, unique, reference);
  }

  @Test
  void what_was_imported_can_neither_be_changed_nor_deleted() {
    int number = imported("", rows(2)).at("/result/number").intValue();
    var jdbc = JdbcClient.create(server.part(DataSource.class));
    for (var sql :
        List.of(
            "update settlement_file set lines = 1 where number = " + number,
            "delete from settlement_file where number = " + number,
            "update settlement_page set lines = 1 where file = " + number,
            "delete from settlement_page where file = " + number)) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }
    assertThat(desk.get("/v1/settlements/%d/lines".formatted(number)).at("/data").size())
        .isEqualTo(2);
  }

  @Test
  void what_an_import_left_behind_is_removed_and_does_not_stand_in_the_way() {
    var imports = server.part(KeptImports.class);
    var jdbc = JdbcClient.create(server.part(DataSource.class));
    var sha = org.planledger.core.store.Bytes.utf8(unique);
    int number = imports.claim(sha).orElseThrow();
    assertThat(imports.claim(sha)).isEmpty();
    server
        .part(KeptPages.class)
        .store(
            number,
            List.of(
                new KeptPages.StoredPage(1, 2, 3, 2, org.planledger.core.store.Bytes.utf8("half"))),
            1,
            List.of());
    desk.get("/v1/settlements/" + number).expect(404);
    jdbc.sql(
            "update settlement_import set seen_at = timestamp '2001-01-01 00:00:00' where number = ?")
        .param(number)
        .update();
    var again = imports.claim(sha);
    assertThat(again).isPresent();
    assertThat(
            jdbc.sql("select count(*) from settlement_page where file = ?")
                .param(number)
                .query(Integer.class)
                .single())
        .isZero();
    imports.remove(again.getAsInt());
  }

  /// A length of five thousand million bytes, of which none is sent.
  @Test
  void a_file_that_is_too_large_is_refused_before_it_is_read() throws Exception {
    try (var socket =
        new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head("Content-Length: 5000000000"));
      var answer =
          new String(
              socket.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void a_body_that_never_ends_is_refused_when_it_has_become_too_large() throws Exception {
    try (var small = LedgerServer.start(server.vendor(), "--ledger.settlement.max-bytes=200000");
        var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), small.port())) {
      socket.setSoTimeout(30_000);
      var out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked"));
      var chunk =
          ("2710\r\n" + "a".repeat(10_000) + "\r\n")
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      for (int i = 0; i < 21; i++) {
        out.write(chunk);
      }
      out.flush();
      var answer =
          new String(
              socket.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
  }

  private static byte[] head(String length) {
    return String.join(
            "\r\n",
            "POST /v1/settlements HTTP/1.1",
            "Host: localhost",
            "Content-Type: text/csv",
            length,
            "",
            "")
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
